package mad.view;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.query.Amount;
import mad.query.Answer;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import mad.query.Units;
import org.jspecify.annotations.Nullable;

/** Statements that exclude each other, what each would have to become, and the changes that make it so. */
public record Conflicts(Definition.Design design, Snapshot snapshot, Answer.Infeasible answer) {
    private static final String KEY = "member:";

    View.@Nullable Conflict view(Places places) {
        if (answer.diagnostics().isEmpty()) {
            return null;
        }
        List<View.Member> members = new ArrayList<>();
        for (int i = 0; i < answer.members().size(); i++) {
            Answer.Member member = answer.members().get(i);
            Limitation limitation = limitation(member);
            members.add(new View.Member(
                    member.text(),
                    places.source(member.span()),
                    Double.isFinite(member.found()) && limitation != null
                            ? new View.Needed(
                                    statement(member, limitation),
                                    needed(member, limitation),
                                    Units.symbol(limitation.value().type()),
                                    member.proved())
                            : null,
                    change(member, limitation).isEmpty() ? null : KEY + i));
        }
        return new View.Conflict(answer.diagnostics().getFirst().message(), members);
    }

    /** The change behind the key of a member; none where there is none. */
    public List<Diagnostic.Edit> edits(String fix) {
        for (int i = 0; i < answer.members().size(); i++) {
            if (fix.equals(KEY + i)) {
                Answer.Member member = answer.members().get(i);
                return change(member, limitation(member));
            }
        }
        return List.of();
    }

    private static List<Diagnostic.Edit> change(Answer.Member member, @Nullable Limitation limitation) {
        if (limitation == null || limitation.literal() == null || !Double.isFinite(member.found())) {
            return List.of();
        }
        Literal literal = limitation.literal();
        boolean fixed = limitation.own() == null
                && StandardLibrary.isModule(literal.span().file());
        return fixed
                ? List.of()
                : Controls.written(
                        literal, limitation.own(), literal.enough(needed(member, limitation), limitation.upper()));
    }

    /** The limit as it would have to be written. */
    private static String statement(Answer.Member member, Limitation limitation) {
        double needed = needed(member, limitation);
        String number = limitation.literal() == null
                ? Amount.text(needed, Units.symbol(limitation.value().type()))
                : limitation.literal().enough(needed, limitation.upper());
        return limitation.name() + (limitation.upper() ? " <= " : " >= ") + number;
    }

    /** What is bounded from below is bounded by its negative in the program. */
    private static double needed(Answer.Member member, Limitation limitation) {
        return limitation.upper() ? member.found() : -member.found();
    }

    /** Nothing where the statement is none, or says several things. */
    private @Nullable Limitation limitation(Answer.Member member) {
        List<Limitation> said = Limitation.of(design, snapshot).stream()
                .filter(l -> l.span().equals(member.span()))
                .toList();
        return said.size() == 1 ? said.getFirst() : null;
    }
}
