package mad.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.model.Definition;
import mad.query.Answer;
import mad.query.Checks;
import mad.query.Designs.ProgramText;
import mad.query.Question;
import mad.query.Report;
import mad.query.Snapshot;

/** All that {@code mad check} does to a file, and what it counted while doing so. */
final class Inspection {
    private final Engine.Maker engines;
    private final Effort effort;
    private final boolean solve;
    private final Interrupt interrupt;
    private final Console console;
    private final Appearance appearance;
    private final Findings findings = new Findings();
    private int evaluated;
    private int solved;
    private int unsolved;
    private int checked;
    private int skipped;

    Inspection(
            Engine.Maker engines,
            Effort effort,
            boolean solve,
            Interrupt interrupt,
            Console console,
            Appearance appearance) {
        this.engines = engines;
        this.effort = effort;
        this.solve = solve;
        this.interrupt = interrupt;
        this.console = console;
        this.appearance = appearance;
    }

    Findings findings() {
        return findings;
    }

    void inspect(Project.Source source) {
        Snapshot snapshot = source.snapshot();
        List<Diagnostic> diagnostics = snapshot.diagnosticsWithImports(source.file());
        findings.add(diagnostics, snapshot);
        if (diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return;
        }
        Engine engine = engines.over(snapshot, effort.threads());
        Set<String> judgedLater = snapshot.checks(source.file()).stream()
                .map(check -> check.design().name())
                .collect(Collectors.toSet());
        for (Definition.Design design : snapshot.designs(source.file())) {
            if (design.parameters().stream().allMatch(p -> p.fallback() != null)) {
                Question question = effort.question(source.file(), design.name(), Map.of());
                findings.add(of(engine, design, question, judgedLater.contains(design.name())), snapshot);
            }
        }
        findings.add(checks(engine, source), snapshot);
    }

    /** @param judgedLater whether a check solves it anyway */
    private List<Diagnostic> of(Engine engine, Definition.Design design, Question question, boolean judgedLater) {
        if (engine.program(question) instanceof ProgramText.Refused refused) {
            return refused.diagnostics();
        }
        if (engine.isDecided(question)) {
            evaluated++;
            return problems(engine.evaluate(question, Map.of()), design);
        }
        if (!solve) {
            unsolved++;
            return List.of();
        }
        solved++;
        return judgedLater || interrupt.happened() ? List.of() : problems(solve(engine, question), design);
    }

    private Answer solve(Engine engine, Question question) {
        interrupt.solving();
        try (ProgressLine progress = ProgressLine.open(console.err(), appearance.progressScreen(console))) {
            return engine.solve(question, progress, interrupt.cancellation());
        }
    }

    private static List<Diagnostic> problems(Answer answer, Definition.Design design) {
        return switch (answer) {
            case Answer.Found found -> violations(found.report());
            case Answer.Infeasible infeasible -> infeasible.diagnostics();
            case Answer.Refused refused -> refused.diagnostics();
            case Answer.NothingFound nothing ->
                List.of(Diagnostic.of(
                        Code.CHECK_FAILED,
                        design.span(),
                        design.name() + " was not solved: " + nothing.reason() + "."));
        };
    }

    private static List<Diagnostic> violations(Report report) {
        return report.violations().stream()
                .map(v -> Diagnostic.of(Code.CHECK_FAILED, v.span(), report.design() + ": " + v.message()))
                .toList();
    }

    private List<Diagnostic> checks(Engine engine, Project.Source source) {
        if (solve) {
            interrupt.solving();
        }
        try (ProgressLine progress = ProgressLine.open(console.err(), appearance.progressScreen(console))) {
            Question template = effort.question(source.file(), "", Map.of());
            List<Checks.Outcome> outcomes = engine.checks(template, solve, progress, interrupt.cancellation());
            skipped += (int) outcomes.stream().filter(Checks.Outcome::skipped).count();
            checked += (int) outcomes.stream().filter(o -> !o.skipped()).count();
            return outcomes.stream().flatMap(o -> o.failures().stream()).toList();
        }
    }

    /** {@code 3 files: no findings; 2 designs evaluated, 1 not solved (with 1 check); --solve does that.} */
    String summary(int files) {
        StringBuilder text = new StringBuilder(count(files, "file"));
        text.append(findings.isEmpty() ? ": no findings" : "");
        append(text, evaluated, "design", " evaluated");
        append(text, solved, "design", " solved");
        append(text, checked, "check", " tested");
        append(text, unsolved, "design", " not solved");
        append(text, skipped, "check", " not tested");
        return text.append(unsolved + skipped > 0 ? " (--solve does that)." : ".")
                .toString();
    }

    private static void append(StringBuilder text, int number, String noun, String what) {
        if (number > 0) {
            text.append(", ").append(count(number, noun)).append(what);
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
