package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Item;
import mad.ast.Member;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Expressions;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Stems, stages and heads, added to the parts that a space has so far. */
record PartAnalysis(ItemAnalysis item, List<Definition.Part> parts, List<Definition.Part> inherited) {
    PartAnalysis(ItemAnalysis item, List<Definition.Part> parts) {
        this(item, parts, new ArrayList<>(parts));
    }

    void add(Member.Part written, Scope scope) {
        Definition.PartKind kind = switch (written.kind()) {
            case STEM -> Definition.PartKind.STEM;
            case STAGE -> Definition.PartKind.STAGE;
            case HEAD -> Definition.PartKind.HEAD;
        };
        Definition.Part replaced = replaced(written, kind);
        String name = replaced != null ? replaced.name() : name(written, kind);
        if (replaced == null && taken(name)) {
            Definition.Part earlier = parts.stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            item.sink().report(NameMessages.duplicateIn("space", name, at(written), earlier.span()));
            return;
        }
        List<Definition.Choice> choices = new ArrayList<>();
        for (Member.Choice choice : written.choices()) {
            Definition.Choice typed = choice(choice, name, written.choices(), scope);
            if (typed != null) {
                choices.add(typed);
            }
        }
        if (choices.isEmpty()) {
            // Its error is reported; a part without layers keeps its name known and its neighbours checked.
            choices.add(new Definition.Choice(
                    written.span(),
                    new Definition.Block(name, at(written), "", List.of(), new Body(List.of())),
                    List.of()));
        }
        Definition.Part part =
                new Definition.Part(at(written), written.doc(), kind, name, choices, depth(written, name, scope));
        if (replaced != null) {
            parts.set(parts.indexOf(replaced), part);
            inherited.remove(replaced);
        } else {
            parts.add(part);
        }
    }

    /** The inherited part that this one takes the place of: that of its label, or an unlabelled stem or head. */
    private Definition.@Nullable Part replaced(Member.Part written, Definition.PartKind kind) {
        return inherited.stream()
                .filter(p -> written.label() != null
                        ? p.name().equals(written.label().text())
                        : p.kind() == kind && kind != Definition.PartKind.STAGE)
                .findFirst()
                .orElse(null);
    }

    private String name(Member.Part written, Definition.PartKind kind) {
        if (written.label() != null) {
            return written.label().text();
        }
        long before = parts.stream().filter(p -> p.kind() == kind).count();
        return switch (kind) {
            case STEM -> before == 0 ? "stem" : "stem" + (before + 1);
            case STAGE -> "stage" + (before + 1);
            case HEAD -> before == 0 ? "head" : "head" + (before + 1);
        };
    }

    private boolean taken(String name) {
        return parts.stream().anyMatch(p -> p.name().equals(name));
    }

    private static Span at(Member.Part written) {
        return written.label() != null ? written.label().span() : written.span();
    }

    private Expression depth(Member.Part written, String name, Scope scope) {
        if (written.depth() == null) {
            return new Expression.Number(written.span(), Type.INT, 1);
        }
        Expression depth = new ExpressionAnalysis(item)
                .expect(written.depth(), Type.INT, scope.at(scope.place().deciding(name + ".depth")), "the depth");
        Ranges.check(depth, Parameter.Range.AT_LEAST_ONE, "depth", item.sink());
        return depth;
    }

    private Definition.@Nullable Choice choice(
            Member.Choice choice, String part, List<Member.Choice> all, Scope scope) {
        return switch (choice) {
            case Member.Choice.Inline inline -> {
                Scope.Place place = Scope.Place.BLOCK.deciding(part);
                Body body = new BlockAnalysis(item).body(inline.body(), scope.at(place));
                Span span = inline.body().span();
                yield new Definition.Choice(span, new Definition.Block(part, span, "", List.of(), body), List.of());
            }
            case Member.Choice.Apply apply -> applied(apply.apply(), part, prefix(apply.apply(), part, all), scope);
        };
    }

    /** What the names of an alternative's decisions start with; two alternatives of one block are numbered. */
    private static String prefix(mad.ast.Statement.Apply written, String part, List<Member.Choice> all) {
        if (all.size() == 1) {
            return part;
        }
        String block = written.path().last().text();
        long before = all.subList(0, all.indexOf(new Member.Choice.Apply(written))).stream()
                .filter(c -> c instanceof Member.Choice.Apply a
                        && a.apply().path().last().text().equals(block))
                .count();
        return part + "." + block + (before == 0 ? "" : String.valueOf(before + 1));
    }

    private Definition.@Nullable Choice applied(
            mad.ast.Statement.Apply written, String part, String prefix, Scope scope) {
        BlockAnalysis blocks = new BlockAnalysis(item);
        Definition.Block block = blocks.block(written);
        if (block == null && mad.model.Primitive.byName(written.path().text()).isEmpty()) {
            return null;
        }
        if (block == null || !written.branches().isEmpty()) {
            // A primitive, or a block with a body of its own, stands as a body in place.
            Scope.Place place = Scope.Place.BLOCK.deciding(part);
            Body body = blocks.body(new mad.ast.Body(written.span(), List.of(written)), scope.at(place));
            return new Definition.Choice(
                    written.span(), new Definition.Block(part, written.span(), "", List.of(), body), List.of());
        }
        return new Definition.Choice(
                written.span(), block, new Siblings(item).arguments(block, written, prefix, scope));
    }

    /** The arguments of a part's block, which may use each other by name. */
    record Siblings(ItemAnalysis item) {
        List<Definition.Argument> arguments(
                Definition.Block block, mad.ast.Statement.Apply written, String prefix, Scope scope) {
            List<Arguments.Slot> slots = Arguments.slots(block.parameters());
            List<Item.@Nullable Arg> matched = new Arguments(item).match(block.name(), slots, written.args());
            List<Symbol> symbols = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                Item.Arg arg = matched.get(i);
                // The declaration of a default is its place in the list, so that two uses of a block stay apart.
                Span declared = arg == null
                        ? new Span(
                                written.span().file(),
                                written.span().start(),
                                written.span().start() + i)
                        : arg.span();
                symbols.add(new Symbol(slots.get(i).name(), slots.get(i).type(), declared));
            }
            List<Definition.Argument> arguments = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                Expression value = value(i, slots, symbols, matched.get(i), written, prefix, scope);
                arguments.add(new Definition.Argument(block.parameters().get(i), symbols.get(i), value));
            }
            return sorted(arguments, block.name());
        }

        private Expression value(
                int i,
                List<Arguments.Slot> slots,
                List<Symbol> symbols,
                Item.@Nullable Arg arg,
                mad.ast.Statement.Apply written,
                String prefix,
                Scope scope) {
            Arguments.Slot slot = slots.get(i);
            if (arg == null && slot.fallback() == null) {
                if (!Arguments.misnamed(slots, written.args())) {
                    item.sink()
                            .report(TypeMessages.missingArgument(
                                    written.span(), written.path().text(), slot.name()));
                }
                return new Expression.Hole(written.span(), slot.type());
            }
            if (arg == null) {
                List<Expression> locals = new ArrayList<>();
                for (int j = 0; j < i; j++) {
                    locals.add(new Expression.Local(written.span(), symbols.get(j)));
                }
                return Arguments.fallback(slots, locals, java.util.Objects.requireNonNull(slot.fallback()));
            }
            Scope inner = scope.at(scope.place().deciding(prefix + "." + slot.name()));
            for (Symbol sibling : symbols) {
                // Inside its own argument a name means what it means outside: `out: out` passes the space's `out`.
                inner = sibling.name().equals(slot.name()) ? inner : inner.bind(sibling);
            }
            Expression value =
                    new ExpressionAnalysis(item).expect(arg.value(), slot.type(), inner, "`" + slot.name() + "`");
            Ranges.check(value, slot.range(), slot.name(), item.sink());
            return value;
        }

        /** In an order in which each sees only earlier ones; a circle is reported and broken. */
        private List<Definition.Argument> sorted(List<Definition.Argument> arguments, String callee) {
            List<Definition.Argument> open = new ArrayList<>(arguments);
            List<Definition.Argument> done = new ArrayList<>();
            while (!open.isEmpty()) {
                Definition.Argument next = open.stream()
                        .filter(a -> open.stream().noneMatch(b -> Expressions.mentions(a.value(), b.symbol())))
                        .findFirst()
                        .orElse(null);
                if (next == null) {
                    Definition.Argument first = open.getFirst();
                    item.sink()
                            .report(NameMessages.recursion(
                                    first.symbol().name(),
                                    first.value().span(),
                                    first.symbol().declared(),
                                    List.of()));
                    next = new Definition.Argument(
                            first.parameter(),
                            first.symbol(),
                            new Expression.Hole(
                                    first.value().span(), first.symbol().type()));
                    open.remove(first);
                } else {
                    open.remove(next);
                }
                done.add(next);
            }
            return done;
        }
    }
}
