package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Name;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Primitive;
import mad.model.Statement;
import mad.model.Symbol;
import mad.model.Type;
import org.jspecify.annotations.Nullable;

/** Blocks and their bodies. */
record BlockAnalysis(ItemAnalysis item) {
    Definition block(Item.Block block) {
        Scope scope = Scope.of(Scope.Place.BLOCK);
        List<Parameter> parameters = item.parameters(block.params(), scope);
        Body body = body(block.body(), ItemAnalysis.inside(scope, parameters));
        return new Definition.Block(block.name().text(), block.name().span(), block.doc(), parameters, body);
    }

    Body body(mad.ast.Body written, Scope scope) {
        if (!item.analysis().enter()) {
            item.sink().report(TypeMessages.tooDeep(written.span()));
            return new Body(List.of());
        }
        List<Statement> statements = new ArrayList<>();
        List<Symbol> own = new ArrayList<>();
        Scope inner = scope.before(written.statements().stream()
                .filter(Item.Let.class::isInstance)
                .map(s -> ((Item.Let) s).name())
                .toList());
        for (mad.ast.Statement statement : written.statements()) {
            Statement typed = statement(statement, inner);
            if (typed != null) {
                statements.add(typed);
            }
            if (typed instanceof Statement.Let let) {
                item.once("body", own, let.symbol());
                inner = inner.bind(let.symbol());
            }
        }
        item.analysis().leave();
        return new Body(statements);
    }

    private @Nullable Statement statement(mad.ast.Statement statement, Scope scope) {
        ExpressionAnalysis expressions = new ExpressionAnalysis(item);
        return switch (statement) {
            case Item.Let let -> let(let, scope);
            case mad.ast.Statement.If s ->
                new Statement.If(
                        s.span(),
                        expressions.condition(s.condition(), scope),
                        body(s.then(), scope),
                        s.otherwise() == null ? new Body(List.of()) : body(s.otherwise(), scope));
            case mad.ast.Statement.Repeat s ->
                new Statement.Repeat(s.span(), repetitions(s.count(), scope), body(s.body(), scope));
            case mad.ast.Statement.Inner s -> new Statement.Inner(s.span());
            case mad.ast.Statement.Apply s -> apply(s, scope);
            case mad.ast.Statement.Missing s -> null;
        };
    }

    private Expression repetitions(Expr written, Scope scope) {
        Expression count = new ExpressionAnalysis(item).expect(written, Type.INT, scope, "the number of repetitions");
        Ranges.check(count, Parameter.Range.AT_LEAST_ZERO, "repeat", item.sink());
        return count;
    }

    private Statement let(Item.Let let, Scope scope) {
        if (let.params() != null) {
            item.sink()
                    .report(TypeMessages.localFunction(
                            let.name().span(), let.name().text()));
        }
        Expression value = item.typed(let.value(), let.type(), scope, let.name().text());
        value = new DomainAnalysis(item).decide(value, scope);
        return new Statement.Let(
                let.span(),
                new Symbol(let.name().text(), value.type(), let.name().span()),
                value);
    }

    private @Nullable Statement apply(mad.ast.Statement.Apply s, Scope scope) {
        Definition.Block block = block(s);
        if (block != null) {
            return use(s, block, scope);
        }
        Primitive primitive = Primitive.byName(s.path().text()).orElse(null);
        if (primitive == null) {
            s.branches().forEach(b -> body(b.body(), scope));
            return null;
        }
        List<Arguments.Slot> slots = primitive.parameters().stream()
                .map(p -> Arguments.Slot.of(p, s.span()))
                .toList();
        List<Expression> args = new Arguments(item).deciding(primitive.text(), s.span(), slots, s.args(), scope);
        checkBranches(s, primitive);
        return new Statement.Layer(
                s.span(),
                primitive,
                args,
                s.branches().stream().map(b -> branch(b, scope)).toList());
    }

    /** The block that is applied, or null: a primitive, or something that was reported. A primitive's name is shadowed by a block only. */
    Definition.@Nullable Block block(mad.ast.Statement.Apply s) {
        if (s.path().parts().stream().anyMatch(Name::isMissing)) {
            return null;
        }
        NameAnalysis.Reader reader = new NameAnalysis.Reader(item);
        Meaning meaning = reader.meaning(s.path());
        if (meaning instanceof Meaning.Found found && found.definition() instanceof Definition.Block block) {
            return block;
        }
        boolean local = s.path().parts().size() == 1;
        if (local && Primitive.byName(s.path().text()).isPresent()) {
            return null;
        }
        if (local && meaning instanceof Meaning.Unknown) {
            item.sink()
                    .report(item.importable(
                            NameMessages.unknownLayer(
                                    s.path().text(),
                                    s.path().span(),
                                    item.analysis().namesOf(item.file(), Item.Block.class)),
                            s.path().text()));
            return null;
        }
        return (Definition.Block) reader.definition(s.path(), "a block");
    }

    private Statement use(mad.ast.Statement.Apply s, Definition.Block block, Scope scope) {
        List<Expression> args = new Arguments(item)
                .deciding(block.name(), s.span(), Arguments.slots(block.parameters()), s.args(), scope);
        if (s.branches().size() > 1
                || (s.branches().size() == 1 && s.branches().getFirst().condition() != null)) {
            item.sink()
                    .report(TypeMessages.branchCount(
                            s.path().span(), block.name(), "takes one body without a condition, or none"));
        }
        Body inner =
                s.branches().isEmpty() ? null : body(s.branches().getFirst().body(), scope);
        return new Statement.Use(s.span(), block, args, inner);
    }

    private void checkBranches(mad.ast.Statement.Apply s, Primitive primitive) {
        int count = s.branches().size();
        if (!primitive.isJoin() && count > 0) {
            item.sink()
                    .report(TypeMessages.branchCount(s.path().span(), primitive.text(), "is a layer without branches"));
        } else if (primitive == Primitive.ATTEND && count != 3) {
            item.sink()
                    .report(TypeMessages.branchCount(
                            s.path().span(), "attend", "takes three branches: queries, keys, values"));
        } else if (primitive.isJoin() && count < primitive.minBranches()) {
            item.sink()
                    .report(TypeMessages.branchCount(
                            s.path().span(), primitive.text(), "takes two branches or more, each in braces"));
        } else if (primitive.isJoin() && s.branches().getFirst().condition() != null) {
            item.sink()
                    .report(TypeMessages.branchCount(
                            s.path().span(),
                            primitive.text(),
                            "always has its first branch; only the others may have a condition"));
        }
    }

    private Statement.Branch branch(mad.ast.Statement.Branch branch, Scope scope) {
        Expression condition =
                branch.condition() == null ? null : new ExpressionAnalysis(item).condition(branch.condition(), scope);
        return new Statement.Branch(branch.span(), condition, body(branch.body(), scope));
    }
}
