package mad.solve;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mad.lower.Lowered;
import mad.lower.Lowerer;
import mad.program.Program;
import mad.query.FileWorld;
import mad.query.Snapshot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Moves per second of the incremental evaluator, as the search makes them: one or two variables, objective and every constraint anew. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluatorRate {
    private final Lattice lattice;
    private final Instructions code;
    private final Program program;
    private IncrementalEvaluator evaluator;
    private Moves moves;
    private Energy energy;

    public EvaluatorRate() {
        FileWorld world = new FileWorld(Path.of("."));
        String file = Path.of("examples/tinynas-r50.mad").toAbsolutePath().toString();
        Lowered lowered = Lowerer.lower(new Snapshot(world).designs(file).getFirst(), Map.of());
        program = ((Lowered.Lowering) lowered).program();
        Box box = IntervalBound.root(program) instanceof IntervalBound.Root.Open open
                ? open.box()
                : Box.of(program.variables());
        lattice = new Lattice(program.variables(), box);
        code = new Instructions(program);
        reset();
    }

    @Setup
    public final void reset() {
        evaluator = new IncrementalEvaluator(code, lattice);
        SplittableRandom random = new SplittableRandom(1);
        energy = new Energy(program, lattice, evaluator);
        evaluator.reset(Moves.randomPoint(lattice, random));
        moves = new Moves(lattice, random);
    }

    @Benchmark
    public double move() {
        moves.apply(evaluator);
        double found = energy.of(evaluator);
        evaluator.undo();
        return found;
    }
}
