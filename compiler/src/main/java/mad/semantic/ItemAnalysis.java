package mad.semantic;

import java.util.List;
import java.util.Objects;
import mad.ast.Item;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
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
        Types.NamedType wanted = new Parameters(this).type(type);
        Expression typed = expressions.expect(value, wanted.type(), scope, "`" + name + "`");
        Ranges.check(typed, wanted.range(), name, sink);
        return typed;
    }

    /** Two values of unlike units around {@code operator}; where one is a written number, a fix gives it the other's unit. */
    Diagnostic units(Span at, String operator, Expression left, Expression right) {
        Diagnostic said = TypeMessages.units(at, operator, left.type(), right.type(), left.span(), right.span());
        said = TypeMessages.fixUnit(said, right, text(right), left.type());
        return TypeMessages.fixUnit(said, left, text(left), right.type());
    }

    /** An unknown name that standard modules define: how to import it, in place of what is merely spelled alike. */
    Diagnostic importable(Diagnostic unknown, String name) {
        List<String> exporting = analysis.modules().exporting(name);
        if (exporting.isEmpty()) {
            return unknown;
        }
        Diagnostic said = NameMessages.importIt(name, unknown.span(), exporting);
        List<Item.Import> imports = Objects.requireNonNull(analysis.tree(file)).items().stream()
                .filter(Item.Import.class::isInstance)
                .map(Item.Import.class::cast)
                .toList();
        if (imports.isEmpty()) {
            return said;
        }
        Span first = imports.getFirst().span();
        for (String module : exporting) {
            String title = "Import it from `" + module + "`";
            Span with = imports.stream()
                    .filter(i -> i.target().text().equals(module) && !i.names().isEmpty())
                    .map(i -> i.names().getLast().local().span().after())
                    .findFirst()
                    .orElse(null);
            said = with == null
                    ? said.fix(
                            title,
                            new Span(file, first.start(), first.start()),
                            "import " + module + " { " + name + " }\n")
                    : said.fix(title, with, ", " + name);
        }
        return said;
    }

    String text(Expression expression) {
        return analysis.modules().text(expression.span());
    }

    List<Parameter> parameters(List<Item.Param> written, Scope scope) {
        return new Parameters(this).declare(written, scope);
    }

    /** Adds {@code symbol} to those that {@code owner} defines; a second one of its name is reported. */
    void once(String owner, List<Symbol> known, Symbol symbol) {
        known.stream()
                .filter(s -> s.name().equals(symbol.name()) && !symbol.name().isEmpty())
                .findFirst()
                .ifPresent(earlier -> sink.report(
                        NameMessages.duplicateIn(owner, symbol.name(), symbol.declared(), earlier.declared())));
        known.add(symbol);
    }

    static Scope inside(Scope scope, List<Parameter> parameters) {
        return scope.bindAll(parameters.stream().map(Parameter::symbol).toList());
    }
}
