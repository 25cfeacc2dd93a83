package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.program.Constraint;
import mad.solve.Conflict;
import mad.solve.Result;

/** Says why no network of a space meets its constraints: which of them exclude each other, and how far each has to give way. */
record Infeasibility(Statements statements, Subproblems subproblems, Smallest smallest) {
    /** More than a reader takes in. */
    private static final int MOST = 8;

    Answer.Infeasible explain(Conflict conflict) {
        MinimalConflict.Found found = new MinimalConflict(statements, subproblems).of(conflict);
        List<Statements.Statement> members = found.members();
        // the budgets come last; they are what a reader thinks of changing first
        Statements.Statement main = members.getLast();
        Diagnostic said = members.size() == 1 && main.limit() != null
                ? budget(main, main.limit())
                : QueryMessages.conflict(
                        main.span(),
                        members.reversed().stream()
                                .map(Statements.Statement::text)
                                .toList(),
                        found.minimal());
        Relaxations relaxations = new Relaxations(subproblems);
        boolean more =
                members.size() > 1 && subproblems.feasible(statements.without(members)) instanceof Result.Infeasible;
        List<Answer.Member> told = new ArrayList<>();
        for (Statements.Statement member : members.reversed().subList(0, Math.min(MOST, members.size()))) {
            Relaxation relaxation =
                    more ? new Relaxation.NotEnough() : relaxations.of(member, statements.without(List.of(member)));
            Definition.Limit limit = member.limit();
            String note = limit == null
                    ? QueryMessages.relaxation(member, relaxation)
                    : QueryMessages.relaxation(limit, relaxation);
            said = said.note(member.span(), note);
            double enough = Double.NaN;
            boolean proved = false;
            if (relaxation instanceof Relaxation.Value value) {
                enough = value.found();
                proved = value.isClosed();
                said = limit == null ? said : QueryMessages.withFix(said, limit, sign(limit) * enough);
            }
            told.add(new Answer.Member(member.span(), member.text(), note, enough, proved));
        }
        return new Answer.Infeasible(List.of(said), told);
    }

    /** A limit that the space alone breaks. */
    private Diagnostic budget(Statements.Statement member, Definition.Limit limit) {
        Constraint broken = member.constraints().getFirst();
        Relaxation alone = new Relaxations(subproblems).of(member, statements.only(statements.given()));
        double proved = alone instanceof Relaxation.Value value
                ? value.proved()
                : broken.body().interval().lo();
        return QueryMessages.budgetTooSmall(
                limit, sign(limit) * proved, Math.abs(broken.bound()), smallest.of(limit, broken));
    }

    /** The body of a lower limit is the negative of its metric. */
    static int sign(Definition.Limit limit) {
        return limit.upper() ? 1 : -1;
    }
}
