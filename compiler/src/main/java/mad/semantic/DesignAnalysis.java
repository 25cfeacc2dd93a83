package mad.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> replacedBudgets = new HashSet<>();
    private boolean replaced;
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
        scope = names(space);
        scope = scope.bindAll(bindings.stream().map(Definition.Binding::symbol).toList());
        scope = ItemAnalysis.inside(scope, parameters);
        scope = scope.before(design.clauses().stream()
                .filter(Item.Let.class::isInstance)
                .map(c -> ((Item.Let) c).name())
                .toList());
        parameters.forEach(p -> own.add(p.symbol()));
        design.clauses().forEach(this::clause);
        if (goal == null && Choices.in(space, spaceArgs) && !Choices.goalElsewhere(item, design)) {
            item.sink()
                    .report(TypeMessages.noObjective(
                            design.name().span(), design.name().text(), space.name()));
        }
        List<Definition.Limit> limits = new ArrayList<>(inheritedLimits);
        limits.removeIf(l -> replacedBudgets.contains(l.budget()));
        limits.addAll(ownLimits);
        return new Definition.Design(
                design.name().text(),
                design.name().span(),
                design.doc(),
                parameters,
                space,
                spaceArgs,
                replaced ? Bindings.sorted(bindings, item.sink()) : bindings,
                limits,
                requirements,
                goal,
                preferences,
                reports);
    }

    /** A space's labels, parameters, {@code let}s and {@code var}s, which its designs may use. */
    private static Scope names(Definition.Space space) {
        Scope names = ItemAnalysis.inside(Scope.of(Scope.Place.NETWORK.withParts(space.parts())), space.parameters());
        return names.bindAll(
                space.bindings().stream().map(Definition.Binding::symbol).toList());
    }

    /** Arguments of a space, where a domain is a decision named like space and parameter. */
    private List<Expression> spaceArguments(Definition.Space space, Item.Use use, Scope outside) {
        Scope deciding = outside.at(outside.place().deciding(space.name()));
        return new Arguments(item)
                .deciding(space.name(), use.span(), Arguments.slots(space.parameters()), use.args(), deciding);
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
            case Clause.Within within -> within.budgets().forEach(this::within);
            case Item.Let let -> let(let);
            case Member.Require require -> requirements.add(SpaceAnalysis.require(item, require, scope));
            case Clause.Goal written -> {
                if (ownGoal != null) {
                    item.sink().report(NameMessages.secondGoal(written.span(), ownGoal));
                }
                ownGoal = written.span();
                goal = goal(item, written, scope);
            }
            case Clause.Prefer prefer -> {
                Expression weight = prefer.weight() == null
                        ? new Expression.Number(prefer.span(), Type.INT, 1)
                        : expressions.number(prefer.weight(), scope, "a weight");
                preferences.add(new Definition.Preference(
                        prefer.span(),
                        expressions.condition(prefer.condition(), scope),
                        weight,
                        text(prefer.condition())));
            }
            case Clause.Report report ->
                report.metrics()
                        .forEach(m -> reports.add(new Definition.Reported(
                                m.span(), text(m), expressions.number(m, scope, "what is reported"))));
        }
    }

    private void let(Item.Let let) {
        if (let.params() != null) {
            item.sink()
                    .report(TypeMessages.localFunction(
                            let.name().span(), let.name().text()));
        }
        Expression value = item.typed(let.value(), let.type(), scope, let.name().text());
        boolean second = own.stream().anyMatch(s -> s.name().equals(let.name().text()));
        Symbol symbol = new Symbol(let.name().text(), value.type(), let.name().span());
        item.once("design", own, symbol);
        for (int i = 0; i < bindings.size() && !second; i++) {
            Symbol inherited = bindings.get(i).symbol();
            if (inherited.name().equals(symbol.name())) {
                if (!Types.fits(value.type(), inherited.type())) {
                    item.sink()
                            .report(TypeMessages.mismatch(
                                    let.value().span(), value.type(), inherited.type(), "`" + symbol.name() + "`"));
                }
                replaced = true;
                bindings.set(i, new Definition.Binding(inherited, value));
                return;
            }
        }
        bindings.add(new Definition.Binding(symbol, value));
        scope = scope.bind(symbol);
    }

    private void within(Item.Use use) {
        BudgetAnalysis budgets = new BudgetAnalysis(item);
        Definition.Budget budget = budgets.find(use);
        if (budget != null) {
            replacedBudgets.add(budget.name());
            replacedBudgets.addAll(budget.bases());
            ownLimits.addAll(budgets.use(budget, use, scope, budget.name()));
        }
    }

    private static Definition.Goal goal(ItemAnalysis item, Clause.Goal written, Scope scope) {
        Expression value = new ExpressionAnalysis(item).number(written.value(), scope, "an objective");
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
        Scope scope = ItemAnalysis.inside(
                names(design.space()).at(place.withParts(design.space().parts())), design.parameters());
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
        Map<String, Expression> axes = new LinkedHashMap<>();
        List<Symbol> seen = new ArrayList<>();
        for (Item.Axis axis : sweep.axes()) {
            item.once(
                    "sweep",
                    seen,
                    new Symbol(axis.name().text(), Type.UNKNOWN, axis.name().span()));
            Parameter parameter = design.parameters().stream()
                    .filter(p -> p.name().equals(axis.name().text()))
                    .findFirst()
                    .orElse(null);
            if (parameter != null) {
                item.sink().refer(axis.name().span(), parameter.symbol().declared());
                axes.putIfAbsent(parameter.name(), axis(axis, parameter));
            } else if (!axis.name().isMissing()) {
                item.sink()
                        .report(TypeMessages.unknownArgument(
                                axis.name().span(),
                                axis.name().text(),
                                design.name(),
                                design.parameters().stream()
                                        .map(Parameter::name)
                                        .toList()));
            }
        }
        return new Definition.Sweep(
                sweep.name().text(),
                sweep.name().span(),
                sweep.doc(),
                design,
                sweptArguments(sweep, design, axes),
                axes);
    }

    private Expression axis(Item.Axis axis, Parameter parameter) {
        Expression values = expressions.check(axis.values(), Scope.of(Scope.Place.PLAIN));
        Type wanted = parameter.symbol().type();
        Type element = switch (values.type()) {
            case Type.ListOf list -> list.element();
            case Type.DomainOf domain -> domain.element();
            case Type.Unknown unknown -> unknown;
            case Type other -> Type.BOOL.equals(wanted) ? Type.TEXT : Type.BOOL;
        };
        if (!Types.fits(element, wanted)) {
            item.sink()
                    .report(TypeMessages.mismatch(
                            values.span(),
                            values.type(),
                            new Type.ListOf(wanted),
                            "what `" + parameter.name() + "` goes through"));
        }
        Ranges.check(values, parameter.range(), parameter.name(), item.sink());
        return values;
    }

    /** The design's arguments; a parameter that is swept has the first of its values until it is, and no other. */
    private List<Expression> sweptArguments(Item.Sweep sweep, Definition.Design design, Map<String, Expression> axes) {
        List<Arguments.Slot> slots = new ArrayList<>();
        for (Arguments.Slot slot : Arguments.slots(design.parameters())) {
            Expression values = axes.get(slot.name());
            slots.add(
                    values == null
                            ? slot
                            : new Arguments.Slot(
                                    slot.name(), slot.type(), slot.range(), first(values, slot.type()), slot.symbol()));
        }
        ItemAnalysis quiet = new ItemAnalysis(item.analysis(), item.file(), new Sink());
        List<Item.@Nullable Arg> given =
                new Arguments(quiet).match(design.name(), slots, sweep.design().args());
        for (Item.Axis axis : sweep.axes()) {
            for (int i = 0; i < slots.size(); i++) {
                if (slots.get(i).name().equals(axis.name().text()) && given.get(i) instanceof Item.Arg arg) {
                    item.sink()
                            .report(TypeMessages.duplicateArgument(
                                    axis.name().span(), axis.name().text(), arg.span()));
                }
            }
        }
        boolean misnamed = axes.size() < sweep.axes().size();
        return new Arguments(misnamed ? quiet : item)
                .check(
                        design.name(),
                        sweep.design().span(),
                        slots,
                        sweep.design().args(),
                        Scope.of(Scope.Place.PLAIN));
    }

    private static Expression first(Expression values, Type type) {
        return switch (values) {
            case Expression.ListOf list
            when !list.values().isEmpty() -> list.values().getFirst();
            case Expression.SetOf set -> set.values().getFirst();
            case Expression.Range range -> range.from();
            default ->
                new Expression.Index(values.span(), type, values, new Expression.Number(values.span(), Type.INT, 1));
        };
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
        Ranges.check(points, Parameter.Range.AT_LEAST_ONE, "points", item.sink());
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
