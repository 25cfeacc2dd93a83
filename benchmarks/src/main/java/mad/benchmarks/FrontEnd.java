package mad.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import mad.model.Definition;
import mad.query.Designs;
import mad.query.MemoryWorld;
import mad.query.Question;
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

/** From text to diagnostics, and from a design to its program, in a JVM that has done it before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FrontEnd {
    private static final String FILE = "long.mad";

    private String text = "";
    private Snapshot snapshot = new Snapshot(new MemoryWorld(Map.of()));
    private Question question = Question.of(FILE, "");

    @Setup
    public void read() {
        text = Spec.lines(2_000);
        snapshot = fresh();
        Definition.Design design = snapshot.designs(FILE).getFirst();
        question = Question.of(FILE, design.name());
    }

    private Snapshot fresh() {
        return new Snapshot(new MemoryWorld(Map.of(FILE, text)));
    }

    /** 2,000 lines; standard modules too, since a snapshot starts with nothing. */
    @Benchmark
    public Object parse() {
        return fresh().parsed(FILE);
    }

    @Benchmark
    public Object parseAndCheck() {
        return fresh().diagnosticsWithImports(FILE);
    }

    /** The R50 program, lowered and printed. */
    @Benchmark
    public Object lower() {
        return new Designs(snapshot, System::nanoTime, Runnable::run).program(question);
    }
}
