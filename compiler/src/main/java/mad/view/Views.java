package mad.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mad.model.Definition;
import mad.network.Decisions;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Instantiation;
import mad.network.Network;
import mad.network.Value;
import mad.query.Answer;
import mad.query.Price;
import mad.query.Report;
import mad.query.Snapshot;
import mad.query.Study;
import mad.query.Units;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Shows the designs of one snapshot. */
public record Views(Places places) {
    /** A limit counts as reached where less than this share of it is left. */
    private static final double NEAR = 0.01;

    /** What is wrong with a file, as far as it touches its designs. */
    public List<View.Problem> problems(String file) {
        return snapshot().diagnosticsWithImports(file).stream()
                .map(d -> new View.Problem(
                        d.severity().name().toLowerCase(Locale.ROOT),
                        d.code().id(),
                        d.message(),
                        places.source(d.span())))
                .toList();
    }

    /** @param design with the arguments it is asked for as defaults */
    public View.Design design(Definition.Design design, Known known) {
        Answer answer = known.answer();
        Report report = answer instanceof Answer.Found found ? found.report() : null;
        Instantiation.Built built = answer instanceof Answer.Found found
                        && Network.build(design, Map.of(), new Decisions(found.decisions()))
                                instanceof Instantiation.Built network
                ? network
                : null;
        Report.Objective objective = report == null ? null : report.objective();
        Definition.Goal goal = design.goal();
        Controls controls = Controls.of(design, snapshot());
        return new View.Design(
                design.name(),
                design.space().name(),
                places.source(design.span()),
                status(known),
                answer != null,
                reason(known),
                goal == null ? null : (goal.maximize() ? "maximize " : "minimize ") + goal.source(),
                objective == null ? Double.NaN : objective.value(),
                objective == null ? Double.NaN : objective.bound(),
                objective == null ? Double.NaN : objective.gap(),
                goal == null || built == null ? List.of() : new Parts(snapshot(), built.evaluator()).of(goal),
                built == null || report == null ? null : new Drawing(built.network(), report, places).view(),
                budgets(design, controls, report, built, known.prices()),
                controls.views(places),
                report == null ? List.of() : active(report),
                proof(known.proof(), report),
                answer instanceof Answer.Infeasible none ? new Conflicts(design, snapshot(), none).view(places) : null);
    }

    /** All designs of a file and its plots, as far as they are known by their names. */
    public View file(
            String file, int version, Map<String, View.Design> designs, Map<String, Study> studies, String running) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        Plots plots = new Plots(this);
        return new View(
                places.uri().apply(file),
                version,
                name,
                problems(file),
                List.copyOf(designs.values()),
                snapshot().definitions(file).stream()
                        .filter(d -> d instanceof Definition.Sweep || d instanceof Definition.Frontier)
                        .map(d -> plots.plot(d, studies.get(d.name()), d.name().equals(running)))
                        .toList());
    }

    private Snapshot snapshot() {
        return places.snapshot();
    }

    private static View.Status status(Known known) {
        return switch (known.phase()) {
            case WAITING -> View.Status.WAITING;
            case SEARCHING -> View.Status.SEARCHING;
            case STOPPED, DONE ->
                switch (known.answer()) {
                    case null -> View.Status.STOPPED;
                    case Answer.Infeasible none -> View.Status.INFEASIBLE;
                    case Answer.NothingFound nothing -> View.Status.NOTHING_FOUND;
                    case Answer.Refused refused -> View.Status.REFUSED;
                    case Answer.Found found ->
                        switch (found.report().status()) {
                            case OPTIMAL -> View.Status.OPTIMAL;
                            case VIOLATED -> View.Status.VIOLATED;
                            case EVALUATED ->
                                found.decisions().isEmpty() ? View.Status.EVALUATED : View.Status.FEASIBLE;
                            case FEASIBLE ->
                                known.phase() == Known.Phase.STOPPED ? View.Status.STOPPED : View.Status.FEASIBLE;
                        };
                };
        };
    }

    private static @Nullable String reason(Known known) {
        return known.reason() != null
                ? known.reason()
                : switch (known.answer()) {
                    case Answer.NothingFound nothing ->
                        nothing.reason()
                                + (nothing.violated().isEmpty()
                                        ? ""
                                        : "; the nearest one breaks " + String.join(", ", nothing.violated()));
                    case Answer.Refused refused
                    when !refused.diagnostics().isEmpty() ->
                        refused.diagnostics().getFirst().message();
                    case Answer.Found found
                    when !found.report().violations().isEmpty() ->
                        found.report().violations().getFirst().message();
                    case null, default -> null;
                };
    }

    private List<View.Budget> budgets(
            Definition.Design design,
            Controls controls,
            @Nullable Report report,
            Instantiation.@Nullable Built built,
            List<Price> prices) {
        List<View.Budget> budgets = new ArrayList<>();
        for (Limitation limitation : Limitation.of(design, snapshot())) {
            double value = Double.NaN;
            double limit = limitation.literal() == null
                    ? number(Evaluator.constant(limitation.bound()))
                    : limitation.literal().value();
            if (built != null) {
                value = number(built.evaluator().evaluate(limitation.value()));
            }
            Report.BudgetUse use = use(report, limitation);
            if (use != null) {
                value = use.value();
                limit = use.limit();
            } else if (built != null && !Double.isFinite(limit)) {
                limit = number(built.evaluator().evaluate(limitation.bound()));
            }
            if (Double.isFinite(limit)) {
                double left = limitation.upper() ? limit - value : value - limit;
                budgets.add(new View.Budget(
                        limitation.name(),
                        limitation.budget(),
                        value,
                        limit,
                        limitation.upper(),
                        Units.symbol(limitation.value().type()),
                        left <= NEAR * Math.abs(limit),
                        price(limitation, prices),
                        places.source(limitation.span()),
                        controls.at(limitation.literal())));
            }
        }
        return budgets;
    }

    private static Report.@Nullable BudgetUse use(@Nullable Report report, Limitation limitation) {
        return report == null || limitation.budget().isEmpty()
                ? null
                : report.budgets().stream()
                        .filter(b -> b.budget().equals(limitation.budget())
                                && b.name().equals(limitation.name())
                                && b.upper() == limitation.upper()
                                && b.span().equals(limitation.span()))
                        .findFirst()
                        .orElse(null);
    }

    private static View.@Nullable Price price(Limitation limitation, List<Price> prices) {
        return prices.stream()
                .filter(p -> p.budget().equals(limitation.budget()))
                .filter(p -> p.budget().isEmpty()
                        ? p.span().equals(limitation.value().span())
                        : p.name().equals(limitation.name()) && p.span().equals(limitation.span()))
                .findFirst()
                .map(p -> new View.Price(p.gain(), p.multiplier(), p.most(), p.proved()))
                .orElse(null);
    }

    private List<View.Active> active(Report report) {
        return report.activeBounds().stream()
                .map(a -> new View.Active(
                        a.name(),
                        a.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        a.value(),
                        a.limit(),
                        source(a.span())))
                .toList();
    }

    private View.Source source(Span span) {
        return places.source(span);
    }

    private static View.Proof proof(View.Proof told, @Nullable Report report) {
        return report == null || report.solver() == null
                ? told
                : new View.Proof(
                        report.solver().seconds(),
                        report.solver().evaluations(),
                        report.solver().termination(),
                        told.points());
    }

    private static double number(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Known(Value.Num(double value)) ? value : Double.NaN;
    }
}
