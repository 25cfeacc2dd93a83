package mad.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Checks;
import mad.query.Designs;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Remarks;
import mad.query.Snapshot;
import mad.query.World;

/**
 * All that MAD has to say of one file when asked everything there is to ask.
 *
 * @param answers by the name of the design
 */
record Interrogation(
        List<Diagnostic> diagnostics,
        Map<String, Answer> answers,
        List<Checks.Outcome> checks,
        List<Diagnostic> remarks) {
    /** @param work the solver's limit, for each design */
    static Interrogation of(World world, String file, long work) {
        Snapshot snapshot = new Snapshot(world);
        Designs designs = new Designs(snapshot, System::nanoTime, Runnable::run);
        List<Diagnostic> diagnostics = snapshot.diagnosticsWithImports(file);
        List<Diagnostic> remarks = new ArrayList<>();
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Definition.Design design : snapshot.designs(file)) {
            Question question = question(file, design.name(), work);
            designs.program(question);
            Answer answer = designs.answer(question, Progress.Listener.silent(), new Cancellation());
            answers.put(design.name(), answer);
            if (answer instanceof Answer.Found found) {
                remarks.addAll(Remarks.of(design, found.report()));
            }
        }
        List<Checks.Outcome> checks = new Checks(snapshot, designs)
                .run(question(file, "", work), true, Progress.Listener.silent(), new Cancellation());
        return new Interrogation(diagnostics, answers, checks, remarks);
    }

    /** A question whose answer depends on no clock. */
    static Question question(String file, String design, long work) {
        return new Question(
                file, design, Map.of(), Designs.methods().getFirst(), 1, Double.POSITIVE_INFINITY, work, 1e-6);
    }

    /** Everything that was said against the file, whoever said it; violations of designs without decisions as failed checks. */
    List<Diagnostic> complaints() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        for (Answer answer : answers.values()) {
            switch (answer) {
                case Answer.Refused refused -> all.addAll(refused.diagnostics());
                case Answer.Infeasible infeasible -> all.addAll(infeasible.diagnostics());
                case Answer.NothingFound nothing -> {}
                case Answer.Found found ->
                    found.report()
                            .violations()
                            .forEach(v -> all.add(Diagnostic.of(Code.CHECK_FAILED, v.span(), v.message())));
            }
        }
        checks.forEach(check -> all.addAll(check.failures()));
        return all;
    }
}
