package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Parameter;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Value;
import mad.source.Span;

/** Asks what each limit of a solved design is worth: those of its budgets, and the numbers in its requirements. */
record Prices(Designs designs, Definition.Design design, Question question) {
    private static final double SHARE = 0.01;

    /** A number that bounds something, and the design with another number in its place. */
    private record Bound(
            String budget,
            String name,
            String unit,
            double limit,
            boolean upper,
            Span span,
            DoubleFunction<Definition.Design> with) {}

    /** @param solved the design, and its point to start from; nothing where it has no goal or is not feasible */
    List<Price> of(Designs.Attempt solved, Progress.Listener listener, Cancellation cancellation) {
        List<Price> prices = new ArrayList<>();
        if (!(solved.answer() instanceof Answer.Found(Report report, var decisions))
                || report.objective() == null
                || report.status() == Report.Status.EVALUATED) {
            return prices;
        }
        for (Bound bound : bounds(report)) {
            if (cancellation.isCancelled()) {
                break;
            }
            double loosened = bound.limit() + (bound.upper() ? SHARE : -SHARE) * Math.abs(bound.limit());
            Progress.Listener named = Listeners.named(bound.name() + (bound.upper() ? " +1 %" : " -1 %"), listener);
            Designs.Attempt attempt = designs.attempt(
                    bound.with().apply(loosened), question, List.of(solved.point()), named, cancellation);
            prices.add(price(bound, loosened, report, solved.slopes().gain(attempt.slopes()), attempt.answer()));
        }
        return prices;
    }

    private List<Bound> bounds(Report report) {
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < report.budgets().size(); i++) {
            int index = i;
            Report.BudgetUse use = report.budgets().get(i);
            bounds.add(new Bound(
                    use.budget(),
                    use.name(),
                    use.unit(),
                    use.limit(),
                    use.upper(),
                    use.span(),
                    number -> with(limited(index, number), design.requirements())));
        }
        for (Definition.Requirement requirement : design.requirements()) {
            compared(requirement, requirement.condition(), bounds);
        }
        return bounds;
    }

    /** The comparisons with a number that must all hold for a condition to hold. */
    private void compared(Definition.Requirement requirement, Expression condition, List<Bound> bounds) {
        if (!(condition instanceof Expression.Apply apply)) {
            return;
        }
        if (apply.operator() == Operator.AND) {
            apply.args().forEach(part -> compared(requirement, part, bounds));
        } else if (apply.operator() == Operator.LE || apply.operator() == Operator.LT) {
            for (int side = 0; side < 2; side++) {
                Expression number = apply.args().get(side);
                Expression metric = apply.args().get(1 - side);
                if (constant(number) instanceof Value.Num(double limit) && !(constant(metric) instanceof Value.Num)) {
                    bounds.add(new Bound(
                            "",
                            text(requirement, metric),
                            Units.symbol(number.type()),
                            limit,
                            side == 1,
                            metric.span(),
                            other -> with(design.limits(), replaced(requirement, number, other))));
                }
            }
        }
    }

    /** Of a parameter, its default. */
    private Value constant(Expression expression) {
        if (expression instanceof Expression.Local local) {
            for (Parameter parameter : design.parameters()) {
                if (parameter.symbol().equals(local.symbol()) && parameter.fallback() != null) {
                    return constant(parameter.fallback());
                }
            }
        }
        return Evaluator.constant(expression) instanceof Evaluation.Known(Value value) ? value : new Value.Bool(false);
    }

    /** What a part of a requirement is called: its own text. */
    private static String text(Definition.Requirement requirement, Expression part) {
        int from = part.span().start() - requirement.condition().span().start();
        int to = part.span().end() - requirement.condition().span().start();
        String source = requirement.source();
        boolean verbatim = source.length()
                == requirement.condition().span().end()
                        - requirement.condition().span().start();
        return verbatim && from >= 0 && to <= source.length() ? source.substring(from, to) : source;
    }

    private static Price price(Bound bound, double loosened, Report before, double multiplier, Answer answer) {
        double gain = Double.NaN;
        double most = Double.POSITIVE_INFINITY;
        boolean proved = false;
        Report.Objective base = before.objective();
        if (base != null
                && answer instanceof Answer.Found(Report after, Map<String, Double> decisions)
                && after.objective() != null) {
            int sign = base.maximize() ? 1 : -1;
            gain = sign * (after.objective().value() - base.value());
            most = Math.max(gain, sign * (after.objective().bound() - base.value()));
            proved = before.status() == Report.Status.OPTIMAL && after.status() == Report.Status.OPTIMAL;
        }
        return new Price(
                bound.budget(),
                bound.name(),
                bound.unit(),
                bound.limit(),
                loosened,
                gain,
                multiplier,
                most,
                proved,
                bound.span());
    }

    private List<Definition.Limit> limited(int index, double bound) {
        List<Definition.Limit> limits = new ArrayList<>(design.limits());
        Definition.Limit limit = limits.get(index);
        Expression number =
                new Expression.Number(limit.bound().span(), limit.bound().type(), bound);
        limits.set(
                index,
                new Definition.Limit(
                        limit.span(),
                        limit.budget(),
                        limit.metric(),
                        limit.value(),
                        limit.upper(),
                        number,
                        limit.source()));
        return limits;
    }

    private List<Definition.Requirement> replaced(Definition.Requirement in, Expression number, double by) {
        return design.requirements().stream()
                .map(r -> r != in
                        ? r
                        : new Definition.Requirement(r.span(), replaced(r.condition(), number, by), r.source()))
                .toList();
    }

    private static Expression replaced(Expression in, Expression number, double by) {
        if (in == number) {
            return new Expression.Number(number.span(), number.type(), by);
        }
        return in instanceof Expression.Apply apply
                ? new Expression.Apply(
                        apply.span(),
                        apply.type(),
                        apply.operator(),
                        apply.args().stream()
                                .map(arg -> replaced(arg, number, by))
                                .toList())
                : in;
    }

    private Definition.Design with(List<Definition.Limit> limits, List<Definition.Requirement> requirements) {
        return new Definition.Design(
                design.name(),
                design.span(),
                design.doc(),
                design.parameters(),
                design.space(),
                design.spaceArgs(),
                design.bindings(),
                limits,
                requirements,
                design.goal(),
                design.preferences(),
                design.reports());
    }
}
