package mad.semantic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.ast.Clause;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Designs, with what they inherit; and checks, sweeps and frontiers of them. */
final class DesignAnalysis {
    private final ItemAnalysis item;
    private final ExpressionAnalysis expressions;
    private final List<Definition.Binding> bindings = new ArrayList<>();
    private final List<Definition.Limit> inheritedLimits = new ArrayList<>();
    private final List<Definition.Limit> ownLimits = new ArrayList<>();
    private final List<Definition.Requirement> requirements = new ArrayList<>();
    private final List<Definition.Preference> preferences = new ArrayList<>();
    private final List<Definition.Reported> reports = new ArrayList<>();
    private final List<Symbol> own = new ArrayList<>();
    private Definition.@Nullable Goal goal;
    private @Nullable Span ownGoal;
    private Scope scope = Scope.of(Scope.Place.NETWORK);

    DesignAnalysis(ItemAnalysis item) {
        this.item = item;
        this.expressions = new ExpressionAnalysis(item);
    }

    @Nullable
    Definition design(Item.Design design) {
        List<Parameter> parameters = item.parameters(design.params(), Scope.of(Scope.Place.PLAIN));
        Scope outside = ItemAnalysis.inside(Scope.of(Scope.Place.PLAIN), parameters);
        Definition.Space space = null;
        List<Expression> spaceArgs = List.of();
        if (design.space() != null) {
            space = (Definition.Space)
                    new NameAnalysis.Reader(item).definition(design.space().path(), "a space");
            spaceArgs = space == null ? List.of() : spaceArguments(space, design.space(), outside);
        } else if (design.base() != null
                && new NameAnalysis.Reader(item).definition(design.base().path(), "a design")
                        instanceof Definition.Design base) {
            List<Expression> args = arguments(base, design.base(), outside);
            space = base.space();
            spaceArgs = base.spaceArgs().stream()
                    .map(a -> BudgetAnalysis.bound(base.parameters(), args, a))
                    .toList();
            inherit(base, args);
        } else if (design.base() == null && !design.name().isMissing()) {
            item.sink()
                    .report(TypeMessages.noSpace(
                            design.name().span(), design.name().text()));
        }
        if (space == null) {
            return null;
        }
        scope = ItemAnalysis.inside(names(space), parameters);
        scope = scope.bindAll(bindings.stream().map(Definition.Binding::symbol).toList());
        design.clauses().forEach(this::clause);
        return new Definition.Design(
                design.name().text(),
                design.name().span(),
                design.doc(),
                parameters,
                space,
                spaceArgs,
                bindings,
                BudgetAnalysis.override(inheritedLimits, ownLimits),
                requirements,
                goal,
                preferences,
                reports);
    }

    /** A space's labels, parameters, {@code let}s and {@code var}s, which its designs may use. */
    private static Scope names(Definition.Space space) {
        Scope names = ItemAnalysis.inside(
                Scope.of(Scope.Place.NETWORK.withParts(space.parts())), space.parameters());
        return names.bindAll(space.bindings().stream().map(Definition.Binding::symbol).toList());
    }

    /** Arguments of a space, where a domain is a decision of the design named like the parameter. */
    private List<Expression> spaceArguments(Definition.Space space, Item.Use use, Scope outside) {
        Scope deciding = outside.at(outside.place().deciding(space.name()));
        return new Arguments(item)
                .check(space.name(), use.span(), Arguments.slots(space.parameters()), use.args(), deciding);
    }

    private List<Expression> arguments(Definition.Design base, Item.Use use, Scope outside) {
        return new Arguments(item)
                .check(base.name(), use.span(), Arguments.slots(base.parameters()), use.args(), outside);
    }

    private void inherit(Definition.Design base, List<Expression> args) {
        for (int i = 0; i < args.size(); i++) {
            bindings.add(new Definition.Binding(base.parameters().get(i).symbol(), args.get(i)));
        }
        bindings.addAll(base.bindings());
        inheritedLimits.addAll(base.limits());
        requirements.addAll(base.requirements());
        preferences.addAll(base.preferences());
        reports.addAll(base.reports());
        goal = base.goal();
    }

    private void clause(Clause clause) {
        switch (clause) {
            case Clause.Within within ->
                within.budgets().forEach(use -> ownLimits.addAll(new BudgetAnalysis(item).use(use, scope, "")));
            case Item.Let let -> let(let);
            case Member.Require require -> requirements.add(SpaceAnalysis.require(item, require, scope));
            case Clause.Goal written -> {
                if (ownGoal != null) {
                    item.sink().report(NameMessages.duplicateIn("design", "a goal", written.span(), ownGoal));
                }
                ownGoal = written.span();
                goal = goal(item, written, scope);
            }
            case Clause.Prefer prefer -> {
                Expression weight = prefer.weight() == null
                        ? new Expression.Number(prefer.span(), Type.INT, 1)
                        : expressions.numeric(prefer.weight(), scope, "weight");
                preferences.add(new Definition.Preference(
                        prefer.span(),
                        expressions.condition(prefer.condition(), scope),
                        weight,
                        text(prefer.condition())));
            }
            case Clause.Report report ->
                report.metrics()
                        .forEach(m -> reports.add(
                                new Definition.Reported(m.span(), text(m), expressions.numeric(m, scope, "report"))));
        }
    }

    private void let(Item.Let let) {
        if (let.params() != null) {
            item.sink()
                    .report(TypeMessages.localFunction(
                            let.name().span(), let.name().text()));
        }
        Expression value = item.typed(let.value(), let.type(), scope, let.name().text());
        for (int i = 0; i < bindings.size(); i++) {
            Symbol symbol = bindings.get(i).symbol();
            if (symbol.name().equals(let.name().text())) {
                if (own.contains(symbol)) {
                    item.sink()
                            .report(NameMessages.duplicateIn(
                                    "design", symbol.name(), let.name().span(), symbol.declared()));
                    return;
                }
                if (!Types.fits(value.type(), symbol.type())) {
                    item.sink()
                            .report(TypeMessages.mismatch(
                                    let.value().span(), value.type(), symbol.type(), "`" + symbol.name() + "`"));
                }
                own.add(symbol);
                bindings.set(i, new Definition.Binding(symbol, value));
                return;
            }
        }
        Symbol symbol = new Symbol(let.name().text(), value.type(), let.name().span());
        own.add(symbol);
        bindings.add(new Definition.Binding(symbol, value));
        scope = scope.bind(symbol);
    }

    private static Definition.Goal goal(ItemAnalysis item, Clause.Goal written, Scope scope) {
        Expression value = new ExpressionAnalysis(item).numeric(written.value(), scope, "an objective");
        boolean maximize = written.sense() == Clause.Sense.MAXIMIZE;
        return new Definition.Goal(
                written.span(),
                maximize,
                value,
                item.analysis().modules().text(written.value().span()));
    }

    @Nullable
    Definition check(Item.Check check) {
        Definition.Design design = target(check.design());
        if (design == null) {
            return null;
        }
        List<Expression> args = arguments(design, check.design(), Scope.of(Scope.Place.PLAIN));
        Scope inside = inside(design, Scope.Place.NETWORK.withOutcome());
        List<Definition.Requirement> conditions = new ArrayList<>();
        for (Expr condition : check.conditions()) {
            conditions.add(new Definition.Requirement(
                    condition.span(), expressions.condition(condition, inside), text(condition)));
        }
        return new Definition.Check(design.name(), check.design().span(), check.doc(), design, args, conditions);
    }

    /** What a clause written outside the design sees of it. */
    private static Scope inside(Definition.Design design, Scope.Place place) {
        Scope scope = ItemAnalysis.inside(names(design.space()).at(place.withParts(design.space().parts())), design.parameters());
        return scope.bindAll(
                design.bindings().stream().map(Definition.Binding::symbol).toList());
    }

    private Definition.@Nullable Design target(Item.Use use) {
        return (Definition.Design) new NameAnalysis.Reader(item).definition(use.path(), "a design");
    }

    @Nullable
    Definition sweep(Item.Sweep sweep) {
        Definition.Design design = target(sweep.design());
        if (design == null) {
            return null;
        }
        List<Expression> args = arguments(design, sweep.design(), Scope.of(Scope.Place.PLAIN));
        Map<String, Expression> axes = new LinkedHashMap<>();
        for (Item.Axis axis : sweep.axes()) {
            List<String> known =
                    design.parameters().stream().map(Parameter::name).toList();
            if (!known.contains(axis.name().text())) {
                item.sink()
                        .report(TypeMessages.unknownArgument(
                                axis.name().span(), axis.name().text(), design.name(), known));
                continue;
            }
            Expression values = expressions.check(axis.values(), Scope.of(Scope.Place.PLAIN));
            Type wanted = design.parameters()
                    .get(known.indexOf(axis.name().text()))
                    .symbol()
                    .type();
            Type element = switch (values.type()) {
                case Type.ListOf list -> list.element();
                case Type.DomainOf domain -> domain.element();
                case Type other -> other;
            };
            boolean many = values.type() instanceof Type.ListOf || values.type() instanceof Type.DomainOf;
            if (!many && !(values.type() instanceof Type.Unknown) || !Types.fits(element, wanted)) {
                item.sink()
                        .report(TypeMessages.mismatch(
                                axis.values().span(),
                                values.type(),
                                new Type.ListOf(wanted),
                                "`" + axis.name().text() + "`"));
            }
            axes.put(axis.name().text(), values);
        }
        return new Definition.Sweep(sweep.name().text(), sweep.name().span(), sweep.doc(), design, args, axes);
    }

    @Nullable
    Definition frontier(Item.Frontier frontier) {
        Definition.Design design = target(frontier.design());
        if (design == null) {
            return null;
        }
        List<Expression> args = arguments(design, frontier.design(), Scope.of(Scope.Place.PLAIN));
        Scope inside = inside(design, Scope.Place.NETWORK);
        Expression points =
                expressions.expect(frontier.points(), Type.INT, Scope.of(Scope.Place.PLAIN), "the number of points");
        return new Definition.Frontier(
                frontier.name().text(),
                frontier.name().span(),
                frontier.doc(),
                design,
                args,
                goal(item, frontier.first(), inside),
                goal(item, frontier.second(), inside),
                points);
    }

    private String text(Expr expr) {
        return item.analysis().modules().text(expr.span());
    }
}
