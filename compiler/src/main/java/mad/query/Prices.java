package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;

/** Asks what each limit of a solved design is worth. */
record Prices(Designs designs, Definition.Design design, Question question) {
    private static final double SHARE = 0.01;

    /** @param solved the design, and its point to start from; nothing where it has no goal or is not feasible */
    List<Price> of(Designs.Attempt solved, Progress.Listener listener, Cancellation cancellation) {
        List<Price> prices = new ArrayList<>();
        if (!(solved.answer() instanceof Answer.Found(Report report, var decisions))
                || report.objective() == null
                || report.status() == Report.Status.EVALUATED) {
            return prices;
        }
        for (int i = 0; i < report.budgets().size() && !cancellation.isCancelled(); i++) {
            Report.BudgetUse use = report.budgets().get(i);
            double loosened = use.limit() + (use.upper() ? SHARE : -SHARE) * Math.abs(use.limit());
            Progress.Listener named = Listeners.named(use.name() + (use.upper() ? " +1 %" : " -1 %"), listener);
            Designs.Attempt attempt =
                    designs.attempt(loosened(i, loosened), question, List.of(solved.point()), named, cancellation);
            prices.add(price(use, loosened, report, attempt.answer()));
        }
        return prices;
    }

    private static Price price(Report.BudgetUse use, double loosened, Report before, Answer answer) {
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
        return new Price(use.budget(), use.name(), use.unit(), use.limit(), loosened, gain, most, proved, use.span());
    }

    /** The design with another bound of one limit. */
    private Definition.Design loosened(int index, double bound) {
        List<Definition.Limit> limits = new ArrayList<>(design.limits());
        Definition.Limit limit = limits.get(index);
        limits.set(
                index,
                new Definition.Limit(
                        limit.span(),
                        limit.budget(),
                        limit.metric(),
                        limit.value(),
                        limit.upper(),
                        new Expression.Number(
                                limit.bound().span(), limit.bound().type(), bound),
                        limit.source()));
        return new Definition.Design(
                design.name(),
                design.span(),
                design.doc(),
                design.parameters(),
                design.space(),
                design.spaceArgs(),
                design.bindings(),
                limits,
                design.requirements(),
                design.goal(),
                design.preferences(),
                design.reports());
    }
}
