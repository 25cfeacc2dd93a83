package mad.benchmarks.referee;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mad.lower.Lowered;
import mad.lower.Lowerer;
import mad.model.Definition;
import mad.program.Assignment;
import mad.program.Evaluation;
import mad.program.Program;
import mad.query.Answer;
import mad.query.Designs;
import mad.query.FileWorld;
import mad.query.Question;
import mad.query.Report;
import mad.query.Snapshot;

/** A design problem, its program, and the judge of answers to it. */
final class Problem {
    private final String name;
    private final boolean fixed;
    private final Question question;
    private final Designs designs;
    private final Lowered.Lowering lowering;

    /**
     * @param file from the root of the project
     * @param fixed whether it is one that SCIP is known to solve, its depths and kernels being given
     */
    Problem(String name, String file, String design, boolean fixed) {
        this.name = name;
        this.fixed = fixed;
        String path = Path.of(file).toAbsolutePath().toString();
        Snapshot snapshot = new Snapshot(new FileWorld(Path.of(".")));
        Definition.Design definition = snapshot.designs(path).stream()
                .filter(d -> d.name().equals(design))
                .findFirst()
                .orElseThrow();
        this.question = Question.of(path, design);
        this.designs = new Designs(snapshot, System::nanoTime, Runnable::run);
        this.lowering = (Lowered.Lowering) Lowerer.lower(definition, Map.of());
    }

    String name() {
        return name;
    }

    boolean isFixed() {
        return fixed;
    }

    Question question() {
        return question;
    }

    Designs designs() {
        return designs;
    }

    Program program() {
        return lowering.program();
    }

    /** The nearest point of the lattice. */
    Assignment snapped(List<Double> values) {
        return Assignment.of(program().variables().stream()
                .mapToDouble(v -> v.domain().nearest(values.get(v.index())))
                .toArray());
    }

    /**
     * The objective of an answer: that of the network it means, built layer by layer. Empty where the network breaks a limit or cannot be built, or
     * the program does not hold it for feasible.
     */
    OptionalDouble judge(Assignment assignment) {
        if (!Evaluation.of(program(), assignment).isFeasible()) {
            return OptionalDouble.empty();
        }
        Answer answer = designs.evaluate(question, lowering.decisions(assignment));
        if (answer instanceof Answer.Found(Report report, Map<String, Double> decisions)
                && report.status() != Report.Status.VIOLATED
                && report.objective() != null) {
            return OptionalDouble.of(report.objective().value());
        }
        return OptionalDouble.empty();
    }
}
