package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.export.Exported;
import mad.export.Exporter;
import mad.export.Format;
import mad.lower.Lowered;
import mad.lower.Lowerer;
import mad.model.Definition;
import mad.network.Decisions;
import mad.network.Instantiation;
import mad.network.Network;
import mad.program.Program;
import mad.program.ProgramPrinter;
import mad.solve.Limits;
import mad.solve.Machine;
import mad.solve.Result;
import mad.solve.Solver;
import mad.solve.Solvers;
import mad.solve.proof.Proof;
import org.jspecify.annotations.Nullable;

/** Answers questions about the designs of a snapshot. Every design it gives was evaluated anew on its concrete layers. */
public final class Designs {
    private final Snapshot snapshot;
    private final Machine machine;
    private volatile @Nullable Last last;

    /**
     * @param nanoTime a clock in nanoseconds that never goes back
     * @param executor runs the solver's units of work; answers do not depend on it
     */
    public Designs(Snapshot snapshot, LongSupplier nanoTime, Executor executor) {
        this.snapshot = snapshot;
        this.machine = new Machine(nanoTime, executor);
    }

    /** The solvers by name, the standard one first. */
    public static List<String> methods() {
        return Solvers.names();
    }

    /** The work limit that suits a method of {@link #methods} where none is given. */
    public static long usualWork(String method) {
        return Solvers.byName(method).orElse(Solvers.standard()).usualWork();
    }

    /** Solves a design; one without decisions is evaluated. */
    public Answer answer(Question question, Progress.Listener listener, Cancellation cancellation) {
        return answer(prepare(question), question, listener, cancellation);
    }

    /** The same for a design that may stand in another file than the question's. */
    Answer answer(Definition.Design design, Question question, Progress.Listener listener, Cancellation cancellation) {
        return answer(lower(design, question), question, listener, cancellation);
    }

    /** Whether a design has nothing left to decide: it is a network to evaluate. */
    public boolean isDecided(Question question) {
        return prepare(question) instanceof Prepared.Ready ready
                && ready.lowering().program().variables().isEmpty();
    }

    /** The same for a design that may stand in another file than the question's. */
    boolean isDecided(Definition.Design design, Question question) {
        return lower(design, question) instanceof Prepared.Ready ready
                && ready.lowering().program().variables().isEmpty();
    }

    private Answer answer(Prepared prepared, Question question, Progress.Listener listener, Cancellation cancellation) {
        return attempt(prepared, question, List.of(), listener, cancellation).answer();
    }

    /** An answer, and what each limit of its budgets is worth; nothing where it has none, or no goal. */
    public record Explained(Answer answer, List<Price> prices) {
        public Explained {
            prices = List.copyOf(prices);
        }
    }

    /** Solves a design, and once more for each limit of its budgets, a little looser. */
    public Explained explained(Question question, Progress.Listener listener, Cancellation cancellation) {
        Prepared prepared = prepare(question);
        Attempt solved = attempt(prepared, question, List.of(), listener, cancellation);
        return prepared instanceof Prepared.Ready ready
                ? new Explained(
                        solved.answer(), new Prices(this, ready.design(), question).of(solved, listener, cancellation))
                : new Explained(solved.answer(), List.of());
    }

    /**
     * An answer, and the proof of it for a checker.
     *
     * @param certified null where nothing was proved, or the proof has no certificate
     * @param reason why there is none
     */
    public record Proved(Answer answer, @Nullable Certified certified, String reason) {}

    /** Solves a design, and writes the proof down. */
    public Proved proved(Question question, Progress.Listener listener, Cancellation cancellation) {
        Prepared prepared = prepare(question);
        if (!(prepared instanceof Prepared.Ready ready)
                || ready.lowering().program().variables().isEmpty()) {
            return new Proved(answer(prepared, question, listener, cancellation), null, "nothing had to be decided");
        }
        Proof proof = Proof.kept();
        Result result = solve(ready, question, List.of(), listener, cancellation, proof);
        String waived = proof.waived();
        return new Proved(
                concluded(ready, question, result, cancellation).answer(),
                waived == null
                        ? Certified.of(question.design(), ready.lowering().program(), result, proof)
                        : null,
                waived == null ? "the search stopped before the proof was complete" : waived);
    }

    /** What a certificate says of this design, compared with what the text says; null where the text says nothing. */
    public @Nullable Translation translation(Question question) {
        return prepare(question) instanceof Prepared.Ready ready
                ? new Translation(ready.lowering(), decisions -> build(ready.design(), decisions))
                : null;
    }

    /**
     * An answer, and where it lies.
     *
     * @param point the program's variables by name, to start neighbouring programs from; empty where there is none
     * @param slopes what its constraints are worth at the margin
     */
    public record Attempt(Answer answer, Map<String, Double> point, Slopes slopes) {
        private Attempt(Answer answer) {
            this(answer, Map.of(), Slopes.UNKNOWN);
        }
    }

    /** Solves a design, beginning with points of programs like it: those of the text a moment ago. */
    public Attempt attempt(
            Question question,
            List<Map<String, Double>> starts,
            Progress.Listener listener,
            Cancellation cancellation) {
        return attempt(prepare(question), question, starts, listener, cancellation);
    }

    /**
     * Solves a design that may stand in no file.
     *
     * @param starts points of neighbouring programs, the likeliest first
     */
    Attempt attempt(
            Definition.Design design,
            Question question,
            List<Map<String, Double>> starts,
            Progress.Listener listener,
            Cancellation cancellation) {
        return attempt(lower(design, question), question, starts, listener, cancellation);
    }

    private Attempt attempt(
            Prepared prepared,
            Question question,
            List<Map<String, Double>> starts,
            Progress.Listener listener,
            Cancellation cancellation) {
        return switch (prepared) {
            case Prepared.Refused refused -> new Attempt(new Answer.Refused(refused.diagnostics()));
            case Prepared.Ready ready
            when ready.lowering().program().variables().isEmpty() -> new Attempt(evaluated(ready, question, Map.of()));
            case Prepared.Ready ready -> solved(ready, question, starts, listener, cancellation);
        };
    }

    /** Evaluates a design under given decisions, by their names. */
    public Answer evaluate(Question question, Map<String, Double> decisions) {
        Definition.Design design = design(question);
        List<Diagnostic> errors = errors(question.file());
        if (!errors.isEmpty() || design == null) {
            return new Answer.Refused(errors.isEmpty() ? List.of(QueryMessages.noDesign(snapshot, question)) : errors);
        }
        Definition.Design asked = Asked.of(design, question.arguments());
        return evaluated(new Prepared.Ready(asked, null), question, decisions);
    }

    /** The program that a design means, in its canonical text; diagnostics where there is none. */
    public ProgramText program(Question question) {
        return switch (prepare(question)) {
            case Prepared.Refused refused -> new ProgramText.Refused(refused.diagnostics());
            case Prepared.Ready ready ->
                new ProgramText.Text(ProgramPrinter.print(ready.lowering().program()));
        };
    }

    /** The same in another solver's format; diagnostics where it cannot be said in that. */
    public ProgramText program(Question question, Format format) {
        return switch (prepare(question)) {
            case Prepared.Refused refused -> new ProgramText.Refused(refused.diagnostics());
            case Prepared.Ready ready ->
                switch (Exporter.write(ready.lowering().program(), format)) {
                    case Exported.Text text -> new ProgramText.Text(text.text());
                    case Exported.Refused refused -> new ProgramText.Refused(refused.diagnostics());
                };
        };
    }

    public sealed interface ProgramText {
        record Text(String text) implements ProgramText {}

        record Refused(List<Diagnostic> diagnostics) implements ProgramText {}
    }

    /** What the exact solver sees in the program of a design; diagnostics where there is none. */
    public Structured structure(Question question) {
        return switch (prepare(question)) {
            case Prepared.Refused refused -> new Structured.Refused(refused.diagnostics());
            case Prepared.Ready ready ->
                new Structured.Known(StructureReport.of(ready.lowering().program(), snapshot));
        };
    }

    public sealed interface Structured {
        record Known(StructureReport report) implements Structured {}

        record Refused(List<Diagnostic> diagnostics) implements Structured {}
    }

    private sealed interface Prepared {
        record Ready(Definition.Design design, Lowered.@Nullable Lowering lowered) implements Prepared {
            Lowered.Lowering lowering() {
                return java.util.Objects.requireNonNull(lowered);
            }
        }

        record Refused(List<Diagnostic> diagnostics) implements Prepared {}
    }

    private Prepared prepare(Question question) {
        List<Diagnostic> errors = errors(question.file());
        if (!errors.isEmpty()) {
            return new Prepared.Refused(errors);
        }
        Definition.Design design = design(question);
        if (design == null) {
            return new Prepared.Refused(List.of(QueryMessages.noDesign(snapshot, question)));
        }
        return lower(design, question);
    }

    /** The last one is remembered: whoever asks whether a design is decided goes on to solve it. */
    private Prepared lower(Definition.Design design, Question question) {
        Last known = last;
        if (known != null && known.design == design && known.arguments.equals(question.arguments())) {
            return known.prepared;
        }
        Definition.Design asked = Asked.of(design, question.arguments());
        Prepared prepared = switch (Lowerer.lower(asked, Map.of())) {
            case Lowered.Lowering lowering -> new Prepared.Ready(asked, lowering);
            case Lowered.Refused refused -> new Prepared.Refused(refused.diagnostics());
        };
        last = new Last(design, Map.copyOf(question.arguments()), prepared);
        return prepared;
    }

    private record Last(Definition.Design design, Map<String, Double> arguments, Prepared prepared) {}

    /** What keeps the designs of a file from being answered. */
    List<Diagnostic> errors(String file) {
        return snapshot.diagnosticsWithImports(file).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
    }

    private Definition.@Nullable Design design(Question question) {
        return snapshot.designs(question.file()).stream()
                .filter(d -> d.name().equals(question.design()))
                .findFirst()
                .orElse(null);
    }

    private Attempt solved(
            Prepared.Ready ready,
            Question question,
            List<Map<String, Double>> starts,
            Progress.Listener listener,
            Cancellation cancellation) {
        return concluded(
                ready,
                question,
                solve(ready, question, starts, listener, cancellation, Proof.forgotten()),
                cancellation);
    }

    private Result solve(
            Prepared.Ready ready,
            Question question,
            List<Map<String, Double>> starts,
            Progress.Listener listener,
            Cancellation cancellation,
            Proof proof) {
        Solver solver = Solvers.byName(question.method()).orElse(Solvers.standard());
        Program program = ready.lowering().program();
        Limits limits = new Limits(question.seed(), question.work(), question.seconds(), question.gap())
                .withTree(question.nodes(), question.bytes())
                .withStarts(
                        starts.stream().map(start -> Points.in(program, start)).toList());
        return solver.solve(
                program,
                limits,
                machine,
                p -> listener.on(new Progress(
                        question.design(),
                        p.incumbent().map(i -> i.objective()).orElse(Double.NaN),
                        p.bound(),
                        p.gap(),
                        p.seconds(),
                        p.evaluations(),
                        p.nodes(),
                        () -> p.incumbent()
                                .map(i -> ready.lowering().decisions(i.assignment()))
                                .orElse(Map.of()))),
                cancellation.token(),
                proof);
    }

    private Attempt concluded(Prepared.Ready ready, Question question, Result result, Cancellation cancellation) {
        return switch (result) {
            case Result.Infeasible infeasible ->
                new Attempt(infeasibility(ready, question, cancellation).explain(infeasible.conflict()));
            case Result.Solved solved ->
                new Attempt(
                        checked(ready, question, solved),
                        Points.of(ready.lowering().program(), solved.assignment()),
                        new Slopes(ready.lowering().program(), solved.multipliers()));
            case Result.NothingFound nothing -> new Attempt(nothing(ready, question, nothing));
        };
    }

    private Infeasibility infeasibility(Prepared.Ready ready, Question question, Cancellation cancellation) {
        Smallest smallest = new Smallest(
                ready.design(),
                ready.lowering(),
                machine,
                cancellation.token(),
                decisions -> build(ready.design(), decisions));
        Statements statements = new Statements(ready.design(), ready.lowering().program());
        return new Infeasibility(
                statements, new Subproblems(ready.lowering().program(), machine, cancellation.token()), smallest);
    }

    private Answer checked(Prepared.Ready ready, Question question, Result.Solved solved) {
        Map<String, Double> decisions = ready.lowering().decisions(solved.assignment());
        return switch (build(ready.design(), decisions)) {
            case Instantiation.Invalid invalid ->
                new Answer.Refused(List.of(QueryMessages.disagreement(
                        ready.design(), invalid.diagnostic().message())));
            case Instantiation.Built built -> {
                Report report = new ReportBuilder(snapshot, ready.design(), question, built, decisions)
                        .solved(solved, ready.lowering());
                List<String> differences = new Agreement(ready.lowering(), solved.assignment()).with(built);
                yield differences.isEmpty()
                        ? new Answer.Found(report, decisions)
                        : new Answer.Refused(
                                List.of(QueryMessages.disagreement(ready.design(), String.join("; ", differences))));
            }
        };
    }

    private Answer nothing(Prepared.Ready ready, Question question, Result.NothingFound nothing) {
        List<String> violated = new ArrayList<>();
        nothing.violations().forEach(v -> violated.add(v.constraint().name()));
        Map<String, Double> decisions = ready.lowering().decisions(nothing.leastViolated());
        return switch (build(ready.design(), decisions)) {
            case Instantiation.Invalid invalid -> new Answer.Refused(List.of(invalid.diagnostic()));
            case Instantiation.Built built ->
                new Answer.NothingFound(
                        "the search stopped before it found a network that meets every constraint",
                        violated,
                        new ReportBuilder(snapshot, ready.design(), question, built, decisions).evaluated());
        };
    }

    private Answer evaluated(Prepared.Ready ready, Question question, Map<String, Double> decisions) {
        return switch (build(ready.design(), decisions)) {
            case Instantiation.Invalid invalid -> new Answer.Refused(List.of(invalid.diagnostic()));
            case Instantiation.Built built ->
                new Answer.Found(
                        new ReportBuilder(snapshot, ready.design(), question, built, decisions).evaluated(), decisions);
        };
    }

    private static Instantiation build(Definition.Design design, Map<String, Double> decisions) {
        return Network.build(design, Map.of(), new Decisions(decisions));
    }
}
