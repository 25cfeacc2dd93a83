package mad.semantic;

import java.util.List;
import mad.ast.Item;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Type;
import org.jspecify.annotations.Nullable;

/** The analysis of one item; what it finds goes to its sink. */
record ItemAnalysis(Analysis analysis, String file, Sink sink) {
    /** The item's meaning, or null where it is too broken to have one. */
    @Nullable
    Definition analyze(Item item) {
        return switch (item) {
            case Item.Let let -> function(let);
            case Item.Metric metric -> metric(metric);
            case Item.Block block -> new BlockAnalysis(this).block(block);
            case Item.Space space -> new SpaceAnalysis(this).space(space);
            case Item.Budget budget -> new BudgetAnalysis(this).budget(budget);
            case Item.Design design -> new DesignAnalysis(this).design(design);
            case Item.Check check -> new DesignAnalysis(this).check(check);
            case Item.Table table -> new TableAnalysis(this).table(table);
            case Item.Sweep sweep -> new DesignAnalysis(this).sweep(sweep);
            case Item.Frontier frontier -> new DesignAnalysis(this).frontier(frontier);
            case Item.Import imported -> null;
            case Item.Broken broken -> null;
        };
    }

    private Definition function(Item.Let let) {
        List<Item.Param> written = let.params() == null ? List.of() : let.params();
        Scope scope = Scope.of(Scope.Place.PLAIN);
        List<Parameter> parameters = parameters(written, scope);
        Expression body = typed(
                let.value(), let.type(), inside(scope, parameters), let.name().text());
        return new Definition.Function(
                let.name().text(), let.name().span(), let.doc(), parameters, let.params() == null, body);
    }

    private Definition metric(Item.Metric metric) {
        Scope scope = Scope.of(Scope.Place.NETWORK);
        List<Parameter> parameters = parameters(metric.params(), scope);
        Expression body = typed(
                metric.value(),
                metric.type(),
                inside(scope, parameters),
                metric.name().text());
        if (!(body.type() instanceof Type.Num) && !(body.type() instanceof Type.Unknown)) {
            sink.report(TypeMessages.mismatch(metric.value().span(), body.type(), Type.REAL, "a metric"));
            body = new Expression.Hole(body.span(), Type.UNKNOWN);
        }
        return new Definition.Metric(metric.name().text(), metric.name().span(), metric.doc(), parameters, body);
    }

    /** An expression that must have a written type, where one is written. */
    Expression typed(mad.ast.Expr value, mad.ast.@Nullable TypeRef type, Scope scope, String name) {
        ExpressionAnalysis expressions = new ExpressionAnalysis(this);
        if (type == null) {
            return expressions.check(value, scope);
        }
        return expressions.expect(value, new Parameters(this).type(type).type(), scope, "`" + name + "`");
    }

    List<Parameter> parameters(List<Item.Param> written, Scope scope) {
        return new Parameters(this).declare(written, scope);
    }

    static Scope inside(Scope scope, List<Parameter> parameters) {
        return scope.bindAll(parameters.stream().map(Parameter::symbol).toList());
    }
}
