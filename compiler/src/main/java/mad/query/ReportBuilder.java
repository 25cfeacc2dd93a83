package mad.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.lower.Lowered;
import mad.model.Definition;
import mad.model.Type;
import mad.network.Assessment;
import mad.network.Evaluation;
import mad.network.Instantiation;
import mad.network.Value;
import mad.solve.Result;
import mad.solve.Termination;
import org.jspecify.annotations.Nullable;

/** Writes the report of a network; every number of it is computed on the concrete layers. */
final class ReportBuilder {
    private final Definition.Design design;
    private final Question question;
    private final Instantiation.Built built;
    private final Map<String, Double> decisions;
    private final Rows rows;
    private final Map<String, Report.Quantity> metrics = new LinkedHashMap<>();
    private final List<Report.BudgetUse> budgets = new ArrayList<>();
    private final List<Report.Failure> violations = new ArrayList<>();
    private Assessment.@Nullable GoalValue goal;

    ReportBuilder(
            Snapshot snapshot,
            Definition.Design design,
            Question question,
            Instantiation.Built built,
            Map<String, Double> decisions) {
        this.design = design;
        this.question = question;
        this.built = built;
        this.decisions = decisions;
        this.rows = new Rows(snapshot, design, built);
        assess();
    }

    /** A design whose decisions were given, or that has none. */
    Report evaluated() {
        Report.Objective objective = goal == null
                ? null
                : new Report.Objective(
                        goal.goal().source(), goal.goal().maximize(), goal.value(), Double.NaN, Double.NaN);
        Report.Status status = violations.isEmpty() ? Report.Status.EVALUATED : Report.Status.VIOLATED;
        return report(status, objective, List.of(), null);
    }

    Report solved(Result.Solved solved, Lowered.Lowering lowering) {
        Report.Objective objective = goal == null
                ? null
                : new Report.Objective(
                        goal.goal().source(), goal.goal().maximize(), goal.value(), solved.bound(), solved.gap());
        boolean optimal = solved.gap() <= question.gap();
        Report.SolverFacts facts = new Report.SolverFacts(
                solved.statistics().method(),
                question.seed(),
                solved.statistics().seconds(),
                solved.statistics().evaluations(),
                termination(solved.termination()));
        List<Report.ActiveBound> active = new ActiveBounds(lowering, solved.assignment()).find(budgets);
        Report.Status status = optimal ? Report.Status.OPTIMAL : Report.Status.FEASIBLE;
        return report(violations.isEmpty() ? status : Report.Status.VIOLATED, objective, active, facts);
    }

    private static String termination(Termination termination) {
        return switch (termination) {
            case Termination.Proof proof -> "gap closed";
            case Termination.Limit limit ->
                switch (limit) {
                    case WORK -> "work limit";
                    case TIME -> "time limit";
                    case NODES -> "limit of boxes";
                    case MEMORY -> "limit of memory";
                    case CANCELLED -> "cancelled";
                };
        };
    }

    private Report report(
            Report.Status status,
            Report.@Nullable Objective objective,
            List<Report.ActiveBound> active,
            Report.@Nullable SolverFacts solver) {
        Map<String, Object> arguments = new LinkedHashMap<>(question.arguments());
        design.parameters().stream()
                .filter(parameter -> parameter.symbol().type() instanceof Type.Bool)
                .forEach(
                        parameter -> arguments.computeIfPresent(parameter.name(), (name, value) -> !value.equals(0.0)));
        return new Report(
                design.name(),
                design.space().name(),
                arguments,
                status,
                objective,
                metrics,
                budgets,
                variables(),
                rows.rows(budgets),
                active,
                violations,
                solver);
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        decisions.forEach((name, value) -> variables.put(name, chosen(name, value)));
        return variables;
    }

    /** The name of a block where the decision is between blocks, else the number. */
    private Object chosen(String name, double value) {
        for (Definition.Part part : design.space().parts()) {
            if (name.equals(part.name() + ".block") && part.choices().size() > 1) {
                return part.choices().get((int) value).block().name();
            }
        }
        return plain(value);
    }

    /** A whole number as such. */
    static Object plain(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 0x1p53 ? (Object) (long) value : value;
    }

    private void assess() {
        switch (built.evaluator().assess()) {
            case Assessment.Failed failed ->
                violations.add(new Report.Failure(
                        failed.diagnostic().message(), failed.diagnostic().span()));
            case Assessment.Done done -> {
                done.limits().forEach(this::limit);
                done.reports().forEach(this::reported);
                goal = done.goal();
                done.requirements()
                        .forEach(r ->
                                r.failures().forEach(f -> violations.add(new Report.Failure(f.message(), f.span()))));
            }
        }
        built.violations().forEach(v -> violations.add(new Report.Failure(v.message(), v.span())));
    }

    private void limit(Assessment.LimitValue value) {
        Definition.Limit limit = value.limit();
        String unit = Units.symbol(limit.value().type());
        double use = limit.upper() ? value.value() / value.bound() : value.bound() / value.value();
        metrics.put(limit.metric(), new Report.Quantity(value.value(), unit));
        budgets.add(new Report.BudgetUse(
                limit.budget(), limit.metric(), value.value(), limit.upper(), value.bound(), use, unit, limit.span()));
        if (!value.holds()) {
            String relation = limit.upper() ? " is above its limit of " : " is below its limit of ";
            violations.add(new Report.Failure(
                    "`" + limit.metric() + "` of " + QueryMessages.quantity(value.value(), unit) + relation
                            + QueryMessages.quantity(value.bound(), unit),
                    limit.span()));
        }
    }

    private void reported(Assessment.ReportedValue reported) {
        if (reported.value() instanceof Value.Num num) {
            String unit = Units.symbol(reported.reported().value().type());
            metrics.put(reported.reported().name(), new Report.Quantity(num.value(), unit));
        }
    }

    static double number(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Known(Value.Num(double value)) ? value : Double.NaN;
    }
}
