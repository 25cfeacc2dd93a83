package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.lower.Lowered;
import mad.model.Definition;
import mad.program.Constraint;
import mad.solve.Conflict;

/** Says why no network of a space meets its constraints, in numbers. */
record Infeasibility(Definition.Design design, Lowered.Lowering lowering, Smallest smallest) {
    List<Diagnostic> explain(Conflict conflict) {
        List<Diagnostic> said = new ArrayList<>();
        Constraint broken = conflict.broken();
        for (Definition.Limit limit : design.limits()) {
            if (limit.span().equals(broken.origin().span())) {
                double proved = limit.upper()
                        ? conflict.reach().lo()
                        : -conflict.reach().lo();
                said.add(related(
                        QueryMessages.budgetTooSmall(
                                limit, proved, Math.abs(broken.bound()), smallest.of(limit, broken)),
                        conflict));
            }
        }
        if (said.isEmpty()) {
            List<String> others =
                    conflict.others().stream().map(c -> "`" + c.name() + "`").toList();
            said.add(related(
                    QueryMessages.infeasible(
                            broken.origin().span(), broken.name(), others.subList(0, Math.min(3, others.size()))),
                    conflict));
        }
        return said;
    }

    private static Diagnostic related(Diagnostic diagnostic, Conflict conflict) {
        Diagnostic full = diagnostic;
        for (Constraint other : conflict.others()) {
            boolean shown = full.notes().stream()
                    .anyMatch(n -> n.span().equals(other.origin().span()));
            if (!shown && full.notes().size() < 4) {
                full = full.note(other.origin().span(), "and this must hold: " + other.name());
            }
        }
        return full;
    }
}
