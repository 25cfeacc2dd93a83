package mad.emit;

import java.io.IOException;
import java.util.Locale;
import mad.query.Report;

/** The members of a report. Numbers are in base units: plain counts, bytes, seconds, joules. */
final class ReportJson {
    private ReportJson() {}

    static void write(Json json, Report report, String status) throws IOException {
        Report.Objective objective = report.objective();
        json.put("design", report.design());
        json.put("space", report.space());
        json.put("arguments", report.arguments());
        json.put("status", status);
        json.put("objective", objective == null ? Double.NaN : objective.value());
        json.put("bound", objective == null ? Double.NaN : objective.bound());
        json.put("gap", objective == null ? Double.NaN : objective.gap());
        json.put(
                "goal",
                objective == null ? null : (objective.maximize() ? "maximize " : "minimize ") + objective.text());
        json.object("metrics", metrics -> {
            for (var metric : report.metrics().entrySet()) {
                metrics.put(metric.getKey(), metric.getValue().value());
            }
        });
        json.object("units", units -> {
            for (var metric : report.metrics().entrySet()) {
                units.put(metric.getKey(), metric.getValue().unit());
            }
        });
        json.array("budgets", report.budgets(), ReportJson::budget);
        json.put("variables", report.variables());
        json.array("stages", report.stages(), ReportJson::stage);
        json.array("activeBounds", report.activeBounds(), ReportJson::bound);
        json.array("violations", report.violations(), (j, failure) -> j.text(failure.message()));
        solver(json, report);
    }

    private static void budget(Json json, Report.BudgetUse use) throws IOException {
        json.object(o -> o.put("budget", use.budget())
                .put("name", use.name())
                .put("value", use.value())
                .put("limit", use.limit())
                .put("use", use.use())
                .put("upper", use.upper())
                .put("unit", use.unit()));
    }

    private static void stage(Json json, Report.Row row) throws IOException {
        json.object(o -> o.put("name", row.name())
                .put("kind", row.kind())
                .put("block", row.block())
                .put("depth", row.depth())
                .put("in", row.in())
                .put("out", row.out())
                .put("kernel", row.arguments().get("kernel"))
                .put("stride", row.arguments().get("stride"))
                .put("inSize", row.inSize())
                .put("size", row.size())
                .put("params", row.params())
                .put("macs", row.macs())
                .put("layers", row.layers())
                .put("entropy", row.entropy())
                .put("arguments", row.arguments())
                .put("metrics", row.metrics())
                .put("share", row.share()));
    }

    private static void bound(Json json, Report.ActiveBound bound) throws IOException {
        json.object(o -> o.put("name", bound.name())
                .put("kind", bound.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("value", bound.value())
                .put("limit", bound.limit())
                .put("slack", bound.slack()));
    }

    private static void solver(Json json, Report report) throws IOException {
        Report.SolverFacts solver = report.solver();
        if (solver == null) {
            json.put("solver", (String) null);
            return;
        }
        json.object(
                "solver",
                o -> o.put("method", solver.method())
                        .put("seed", solver.seed())
                        .put("seconds", solver.seconds())
                        .put("evaluations", solver.evaluations())
                        .put("termination", solver.termination()));
    }
}
