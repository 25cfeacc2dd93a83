package mad.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.MemoryWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Remarks;
import mad.query.Snapshot;
import org.junit.jupiter.api.Test;

/** Every fix, applied to the wrong example of its page, removes what it is for; and most codes have one. */
class FixesTest {
    private static final Path PAGES = Path.of("../compiler/src/main/resources/mad/errors");
    private static final Pattern WRONG = Pattern.compile("```mad wrong\n(.*?)```", Pattern.DOTALL);
    private static final double SHARE = 0.6;

    private static List<Diagnostic> said(Map<String, String> files) {
        Snapshot snapshot = new Snapshot(new MemoryWorld(files));
        List<Diagnostic> all = new ArrayList<>();
        files.keySet().stream().filter(f -> f.endsWith(".mad")).forEach(f -> all.addAll(snapshot.diagnostics(f)));
        if (all.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return all;
        }
        Designs designs = new Designs(snapshot, System::nanoTime, Runnable::run);
        Question usual = Question.of("main.mad", "");
        Question question = new Question("main.mad", "", Map.of(), usual.method(), 1, 5, 20_000, 1e-4);
        snapshot.designs("main.mad").forEach(design -> {
            Answer answer =
                    designs.answer(question.withDesign(design.name()), Progress.Listener.silent(), new Cancellation());
            switch (answer) {
                case Answer.Infeasible infeasible -> all.addAll(infeasible.diagnostics());
                case Answer.Refused refused -> all.addAll(refused.diagnostics());
                case Answer.Found found -> all.addAll(Remarks.of(design, found.report()));
                case Answer.NothingFound nothing -> {}
            }
        });
        new Checks(snapshot, designs)
                .run(question, true, Progress.Listener.silent(), new Cancellation())
                .forEach(o -> all.addAll(o.failures()));
        return all;
    }

    private static long count(Collection<Diagnostic> said, Code code) {
        return said.stream().filter(d -> d.code() == code).count();
    }

    @Test
    void everyFixRemovesItsDiagnosticAndMostCodesHaveOne() throws IOException {
        List<String> useless = new ArrayList<>();
        int fixed = 0;
        for (Code code : Code.values()) {
            Matcher wrong = WRONG.matcher(Files.readString(PAGES.resolve(code.id() + ".md")));
            if (!wrong.find()) {
                continue;
            }
            Marked marked = new Marked(wrong.group(1));
            List<Diagnostic> before = said(marked.files);
            boolean any = false;
            for (Diagnostic diagnostic :
                    before.stream().filter(d -> d.code() == code).toList()) {
                Cursor cursor = new Cursor(
                        marked.snapshot,
                        diagnostic.span().file(),
                        diagnostic.span().start());
                for (Actions.Action fix : Actions.fixes(cursor, diagnostic)) {
                    Map<String, String> after = new LinkedHashMap<>(marked.files);
                    after.putAll(Rename.Applied.texts(marked.snapshot, fix.edits()));
                    any = true;
                    if (count(said(after), code) >= count(before, code)) {
                        useless.add(code + ": " + fix.title());
                    }
                }
            }
            fixed += any ? 1 : 0;
        }
        int all = Code.values().length;
        assertTrue(useless.isEmpty(), useless::toString);
        assertTrue(fixed >= SHARE * all, fixed + " of " + all + " codes have a fix");
    }
}
