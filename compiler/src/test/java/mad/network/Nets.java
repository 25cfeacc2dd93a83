package mad.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.model.Definition;
import mad.query.MemoryWorld;
import mad.query.Snapshot;

/** Networks for tests, written as {@code .mad} text; the last design of the text is the one that counts. */
final class Nets {
    private Nets() {}

    static Definition.Design design(String text) {
        return design(Map.of("test.mad", text));
    }

    static Definition.Design design(Map<String, String> files) {
        Snapshot snapshot = new Snapshot(new MemoryWorld(files));
        assertEquals(
                List.of(),
                snapshot.diagnosticsWithImports("test.mad").stream()
                        .filter(d -> d.severity() == Severity.ERROR)
                        .toList());
        return snapshot.designs("test.mad").getLast();
    }

    static Instantiation.Built built(String text, Decisions decisions) {
        return assertInstanceOf(
                Instantiation.Built.class, Network.build(design(text), List.of(), decisions), () -> text);
    }

    static Diagnostic invalid(String text, Decisions decisions) {
        return assertInstanceOf(
                        Instantiation.Invalid.class, Network.build(design(text), List.of(), decisions), () -> text)
                .diagnostic();
    }

    static Assessment.Done assessed(String text, Decisions decisions) {
        return assertInstanceOf(
                Assessment.Done.class, built(text, decisions).evaluator().assess());
    }

    /** What the design of {@code text}, which has no decisions, reports, in order. */
    static List<String> reports(String text) {
        return assessed(text, Decisions.NONE).reports().stream()
                .map(reported -> reported.value().text())
                .toList();
    }
}
