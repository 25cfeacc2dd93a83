package mad.emit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mad.diagnostic.Diagnostic;
import mad.query.Answer;
import mad.query.Price;
import mad.query.Report;
import mad.query.Snapshot;

/** What came of a design, as one line of JSON. {@code docs/report.schema.json} is its schema. */
public final class AnswerJson {
    private AnswerJson() {}

    public static String line(String design, Answer answer, Snapshot snapshot) {
        return Json.text(json -> json.object(o -> write(o, design, answer, snapshot)));
    }

    /** With what each limit is worth. */
    public static String line(String design, Answer answer, List<Price> prices, Snapshot snapshot) {
        return Json.text(json -> json.object(o -> {
            write(o, design, answer, snapshot);
            o.array("prices", prices, AnswerJson::price);
        }));
    }

    private static void price(Json json, Price price) throws IOException {
        json.object(o -> o.put("budget", price.budget())
                .put("name", price.name())
                .put("limit", price.limit())
                .put("loosened", price.loosened())
                .put("gain", price.gain())
                .put("multiplier", price.multiplier())
                .put("most", price.most())
                .put("proved", price.proved())
                .put("unit", price.unit()));
    }

    static void write(Json o, String design, Answer answer, Snapshot snapshot) throws IOException {
        switch (answer) {
            case Answer.Found found ->
                ReportJson.write(o, found.report(), status(found.report().status()));
            case Answer.NothingFound nothing -> {
                ReportJson.write(o, nothing.nearest(), "nothing-found");
                o.put("reason", nothing.reason());
                o.array("violated", nothing.violated(), (j, text) -> j.text(text));
            }
            case Answer.Infeasible infeasible -> without(o, design, "infeasible", infeasible.diagnostics(), snapshot);
            case Answer.Refused refused -> without(o, design, "refused", refused.diagnostics(), snapshot);
        }
    }

    private static void without(Json json, String design, String status, List<Diagnostic> why, Snapshot snapshot)
            throws IOException {
        json.put("design", design);
        json.put("status", status);
        List<DiagnosticJson.Finding> findings =
                why.stream().map(d -> new DiagnosticJson.Finding(d, snapshot)).toList();
        json.array("diagnostics", findings, DiagnosticJson::write);
    }

    private static String status(Report.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
