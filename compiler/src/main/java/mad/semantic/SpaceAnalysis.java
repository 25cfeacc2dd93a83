package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.Name;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Spaces, with what they inherit. */
final class SpaceAnalysis {
    private final ItemAnalysis item;
    private final ExpressionAnalysis expressions;
    private final List<Symbol> own = new ArrayList<>();
    private final List<Definition.Binding> bindings = new ArrayList<>();
    private final List<Definition.Part> parts = new ArrayList<>();
    private final List<Definition.Output> outputs = new ArrayList<>();
    private final List<Definition.Requirement> requirements = new ArrayList<>();
    private Definition.@Nullable Input input;
    private Scope scope = Scope.of(Scope.Place.PLAIN);
    private @Nullable Span ownInput;
    private boolean broken;
    private boolean replaced;

    SpaceAnalysis(ItemAnalysis item) {
        this.item = item;
        this.expressions = new ExpressionAnalysis(item);
    }

    @Nullable
    Definition space(Item.Space space) {
        List<Parameter> parameters = item.parameters(space.params(), scope);
        scope = ItemAnalysis.inside(scope, parameters);
        parameters.forEach(p -> own.add(p.symbol()));
        if (space.base() != null) {
            inherit(space.base());
            if (broken) {
                return null;
            }
            scope = ItemAnalysis.inside(scope, parameters);
        }
        scope = scope.before(
                space.members().stream().flatMap(SpaceAnalysis::defined).toList());
        PartAnalysis partAnalysis = new PartAnalysis(item, parts);
        for (Member member : space.members()) {
            switch (member) {
                case Member.Input m -> input(m);
                case Item.Let m -> let(m);
                case Member.Var m -> var(m);
                case Member.Part m -> partAnalysis.add(m, scope);
                case Member.Output m -> {}
                case Member.Require m -> {}
            }
        }
        parts.sort(java.util.Comparator.comparing(p -> p.kind() == Definition.PartKind.HEAD));
        Scope outside = scope.at(Scope.Place.NETWORK.withParts(List.copyOf(parts)));
        for (Member member : space.members()) {
            if (member instanceof Member.Output m) {
                m.labels().forEach(this::output);
            } else if (member instanceof Member.Require m) {
                requirements.add(require(item, m, outside));
            }
        }
        labels(space);
        check(space);
        return input == null || parts.isEmpty() || broken
                ? null
                : new Definition.Space(
                        space.name().text(),
                        space.name().span(),
                        space.doc(),
                        parameters,
                        input,
                        replaced ? Bindings.sorted(bindings, item.sink()) : bindings,
                        parts,
                        outputs,
                        requirements);
    }

    private void input(Member.Input written) {
        if (ownInput != null) {
            item.sink().report(NameMessages.secondInput(written.span(), ownInput));
            return;
        }
        ownInput = written.span();
        Definition.Input read = new InputAnalysis(item).input(written, scope);
        broken |= read == null;
        input = read;
    }

    private static Stream<Name> defined(Member member) {
        return switch (member) {
            case Item.Let let -> Stream.of(let.name());
            case Member.Var var -> Stream.of(var.name());
            default -> Stream.empty();
        };
    }

    /** A label and a {@code let} share one room of names. */
    private void labels(Item.Space space) {
        for (Member member : space.members()) {
            if (member instanceof Member.Part part && part.label() != null) {
                Symbol label =
                        new Symbol(part.label().text(), Type.PART, part.label().span());
                own.stream()
                        .filter(s -> s.name().equals(label.name()))
                        .findFirst()
                        .ifPresent(s -> {
                            boolean below =
                                    s.declared().start() > label.declared().start();
                            item.once("space", new ArrayList<>(List.of(below ? label : s)), below ? s : label);
                        });
            }
        }
    }

    static Definition.Requirement require(ItemAnalysis item, Member.Require m, Scope scope) {
        Expression condition = new ExpressionAnalysis(item).condition(m.condition(), scope);
        return new Definition.Requirement(
                m.span(),
                condition,
                item.analysis().modules().text(m.condition().span()));
    }

    private void inherit(Item.Use use) {
        if (!(new NameAnalysis.Reader(item).definition(use.path(), "a space") instanceof Definition.Space base)) {
            broken = true;
            return;
        }
        List<Expression> args = new Arguments(item)
                .deciding(
                        base.name(), use.span(), Arguments.slots(base.parameters()), use.args(), deciding(base.name()));
        for (int i = 0; i < args.size(); i++) {
            bindings.add(new Definition.Binding(base.parameters().get(i).symbol(), args.get(i)));
        }
        bindings.addAll(base.bindings());
        scope = scope.bindAll(bindings.stream().map(Definition.Binding::symbol).toList());
        input = base.input();
        parts.addAll(base.parts());
        outputs.addAll(base.outputs());
        requirements.addAll(base.requirements());
    }

    private void let(Item.Let let) {
        if (let.params() != null) {
            item.sink()
                    .report(TypeMessages.localFunction(
                            let.name().span(), let.name().text()));
        }
        bind(
                let.name(),
                item.typed(
                        let.value(),
                        let.type(),
                        deciding(let.name().text()),
                        let.name().text()));
    }

    private void var(Member.Var var) {
        Expression domain = expressions.check(var.domain(), scope);
        if (!(domain.type() instanceof Type.DomainOf || domain.type() instanceof Type.Unknown)) {
            item.sink()
                    .report(TypeMessages.notADomain(
                            var.domain().span(), var.name().text()));
        }
        bind(
                var.name(),
                new DomainAnalysis(item).decide(domain, deciding(var.name().text())));
    }

    private Scope deciding(String name) {
        return scope.at(scope.place().deciding(name));
    }

    /** A name that the base already binds keeps its symbol, so that what the base wrote sees the new value. */
    private void bind(Name name, Expression value) {
        boolean second = own.stream().anyMatch(s -> s.name().equals(name.text()));
        item.once("space", own, new Symbol(name.text(), value.type(), name.span()));
        for (int i = 0; i < bindings.size() && !second; i++) {
            Symbol symbol = bindings.get(i).symbol();
            if (symbol.name().equals(name.text())) {
                Expression fitted = Types.fits(value.type(), symbol.type())
                        ? value
                        : mismatch(value.span(), value.type(), symbol.type(), name.text());
                bindings.set(i, new Definition.Binding(symbol, fitted));
                replaced = true;
                return;
            }
        }
        Symbol symbol = new Symbol(name.text(), value.type(), name.span());
        bindings.add(new Definition.Binding(symbol, value));
        scope = scope.bind(symbol);
    }

    private Expression mismatch(Span at, Type actual, Type wanted, String name) {
        item.sink().report(TypeMessages.mismatch(at, actual, wanted, "`" + name + "`"));
        return new Expression.Hole(at, wanted);
    }

    private void output(Name label) {
        if (label.isMissing()) {
            return;
        }
        if (parts.stream().noneMatch(p -> p.name().equals(label.text()))) {
            List<String> known = parts.stream().map(Definition.Part::name).toList();
            item.sink().report(NameMessages.unknown(label.text(), label.span(), known));
            return;
        }
        parts.stream()
                .filter(p -> p.name().equals(label.text()))
                .forEach(p -> item.sink().refer(label.span(), p.span()));
        outputs.add(new Definition.Output(label.span(), label.text()));
    }

    private void check(Item.Space space) {
        if (broken || space.name().isMissing()) {
            return;
        }
        if (input == null) {
            item.sink()
                    .report(TypeMessages.noInput(
                            space.name().span(), space.name().text()));
        } else if (parts.isEmpty()) {
            item.sink()
                    .report(TypeMessages.noParts(
                            space.name().span(), space.name().text()));
        }
    }
}
