package mad.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.source.Span;

/** What a solved design says of the text it was chosen from: which limits and ends of domains it reaches, and which limit it hardly uses. */
public final class Remarks {
    /** A limit of which less than this share is used does not shape the design. */
    private static final double LITTLE = 0.5;

    private Remarks() {}

    /** Nothing for a design without goal: it is any design, and reaches what it reaches by chance. */
    public static List<Diagnostic> of(Definition.Design design, Report report) {
        boolean solved = report.status() == Report.Status.OPTIMAL || report.status() == Report.Status.FEASIBLE;
        List<Diagnostic> remarks = new ArrayList<>();
        if (solved && report.objective() != null) {
            reached(report).forEach((at, bounds) -> remarks.add(QueryMessages.boundActive(design, at, bounds)));
            for (Definition.Limit limit : design.limits()) {
                report.budgets().stream()
                        .filter(b -> b.span().equals(limit.span()) && b.budget().equals(limit.budget()))
                        .filter(b -> b.upper() && b.value() > 0 && b.use() < LITTLE)
                        .findFirst()
                        .ifPresent(b -> remarks.add(QueryMessages.budgetUnused(design, limit, b)));
            }
        }
        return remarks;
    }

    /** By the place that says it: a requirement of all stages, or the domain of a block that several use, is one place. */
    private static Map<Span, List<Report.ActiveBound>> reached(Report report) {
        Map<Span, List<Report.ActiveBound>> places = new LinkedHashMap<>();
        for (Report.ActiveBound bound : report.activeBounds()) {
            places.computeIfAbsent(bound.span(), at -> new ArrayList<>()).add(bound);
        }
        return places;
    }
}
