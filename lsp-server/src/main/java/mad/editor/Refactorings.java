package mad.editor;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.Snapshot;
import mad.source.Span;

/** Rewritings that leave the meaning as it is. */
record Refactorings(Cursor cursor, Span range) {
    List<Actions.Action> all() {
        List<Actions.Action> actions = new ArrayList<>(new Extraction(cursor, range, this::isSound).all());
        new Inlining(cursor).action().ifPresent(actions::add);
        actions.addAll(new UnitConversion(cursor).all());
        actions.removeIf(a -> !isSound(a.edits()));
        return actions;
    }

    private boolean isSound(List<Diagnostic.Edit> edits) {
        Snapshot before = cursor.snapshot();
        Snapshot after = before.with(Rename.Applied.texts(before, edits));
        return errors(after) <= errors(before);
    }

    private long errors(Snapshot snapshot) {
        return snapshot.diagnostics(cursor.file()).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .count();
    }
}
