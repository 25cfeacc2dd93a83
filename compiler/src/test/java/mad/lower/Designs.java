package mad.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.model.Definition;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Program;
import mad.program.Variable;
import mad.query.FileWorld;
import mad.query.MemoryWorld;
import mad.query.Snapshot;
import org.jspecify.annotations.NullMarked;

/** Designs to lower, from the repository and from texts, and points to evaluate them at. */
@NullMarked
final class Designs {
    static final Path ROOT = Path.of("").toAbsolutePath().endsWith("compiler") ? Path.of("..") : Path.of("");

    private Designs() {}

    static List<Path> examples() {
        return files(ROOT.resolve("examples"));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".mad")).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The designs of a file that need no arguments. */
    static List<Definition.Design> of(Path file) {
        return clean(new Snapshot(FileWorld.around(file)), file.toString()).stream()
                .filter(d -> d.parameters().stream().allMatch(p -> p.fallback() != null))
                .toList();
    }

    static Definition.Design inText(String text) {
        return clean(new Snapshot(new MemoryWorld(Map.of("test.mad", text))), "test.mad")
                .getFirst();
    }

    private static List<Definition.Design> clean(Snapshot snapshot, String file) {
        List<Diagnostic> errors = snapshot.diagnosticsWithImports(file).stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        assertEquals(List.of(), errors, file);
        return snapshot.designs(file);
    }

    static Lowered.Lowering lower(Definition.Design design) {
        return assertInstanceOf(
                Lowered.Lowering.class, Lowerer.lower(design, Map.of()), () -> "refused: " + design.name());
    }

    /** A point of the box, at its lower or upper ends, anywhere, or, with luck, where all constraints hold. */
    static Assignment random(Program program, Random random, int turn) {
        double[] values = new double[program.variables().size()];
        for (Variable variable : program.variables()) {
            values[variable.index()] = random(variable.domain(), random, turn % 4);
        }
        return turn % 4 == 3 ? repaired(program, Assignment.of(values), random) : Assignment.of(values);
    }

    private static double random(Domain domain, Random random, int place) {
        return switch (domain) {
            case Domain.Reals(double lo, double hi) -> lo + random.nextDouble() * (hi - lo);
            case Domain.Discrete discrete -> {
                long near = (long) (random.nextDouble() * Math.min(2, discrete.size()));
                long any = (long) (random.nextDouble() * discrete.size());
                yield discrete.value(place == 0 ? near : place == 1 ? discrete.size() - 1 - near : any);
            }
        };
    }

    private static Assignment repaired(Program program, Assignment start, Random random) {
        Assignment best = start;
        double least = violation(program, best);
        for (int i = 0; i < 150 && least > 0; i++) {
            Variable variable =
                    program.variables().get(random.nextInt(program.variables().size()));
            Assignment next = best.with(variable, random(variable.domain(), random, 2));
            double violation = violation(program, next);
            if (violation <= least) {
                best = next;
                least = violation;
            }
        }
        return best;
    }

    private static double violation(Program program, Assignment assignment) {
        Evaluation evaluation = Evaluation.of(program, assignment);
        double sum = 0;
        for (Constraint constraint : program.constraints()) {
            double violation = evaluation.violation(constraint);
            sum += violation == 0 ? 0 : 1 + Math.log1p(Math.min(violation, 1e9));
        }
        return sum;
    }
}
