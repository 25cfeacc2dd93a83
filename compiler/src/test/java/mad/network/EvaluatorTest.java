package mad.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.diagnostic.Code;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.junit.jupiter.api.Test;

/** Metrics, limits, requirements and preferences on a finished network. */
class EvaluatorTest {
    private static final Span HERE = new Span("test.mad", 0, 0);

    private static final String SPACE = """
            metric params = sum(l in layers: l.params)
            metric depth_of_levels = sum(levels.depth)
            block Plain(out: channels, once stride: int = 1) { conv(out, 3, stride) bn relu }
            space S {
              input image(channels: 3, size: 32)
              stem Plain(out: 8, stride: 2)
              stage Plain(out: 16) x 2
              stage s2: Plain(out: 24, stride: 2) x 3
              stage Plain(out: 12)
              head { globalpool flatten linear(10) }
            }
            """;

    private static List<String> reports(String reports) {
        return Nets.reports(SPACE + "design D of S { report " + reports + " }");
    }

    @Test
    void levelsAreRunsOfOneSize() {
        assertEquals(List.of("2", "3", "4", "16", "8", "12"), reports("""
                count(levels), levels[1].depth, levels[2].depth, levels[1].size, levels[2].size, levels[2].channels"""));
    }

    @Test
    void collectionsReachUptoTheEndOfAPart() {
        assertEquals(List.of("9", "18", "21", "24", "21", "2"), reports("""
                        count(layers upto levels[1]), count(layers upto s2), count(layers upto levels[2]), count(layers),
                        count(backbone), count(stages upto s2)"""));
    }

    @Test
    void aMetricOfAPartSeesItsLayersOnly() {
        long stage = 9 * 8 * 16 + 32 + 9 * 16 * 16 + 32;
        assertEquals(
                List.of(String.valueOf(stage), "0", "3", "4"),
                reports("stages[1].params, stages[1].depth_of_levels, levels[1].depth_of_levels, s2.index + s2.index"));
    }

    @Test
    void statisticsAreOfThePopulation() {
        assertEquals(List.of("1.25", "0.5", "0", "1", "0", "2", "4", "-1"), reports("""
                        variance([1, 2, 3, 4]), std([1, 2]), sum(l in layers where l is gate: l.params),
                        product(l in layers where l is gate: l.out), count(l in layers: l is gate), round(2.5), round(3.5), mod(5, -2)"""));
    }

    @Test
    void anIndexOutsideItsListIsSaid() {
        Assessment failed = Nets.built(SPACE + "design D of S { report [1, 2][count(stages)] }", Decisions.NONE)
                .evaluator()
                .assess();
        assertEquals(
                "The list has 2 elements, counted from 1; it has none at 3.",
                assertInstanceOf(Assessment.Failed.class, failed).diagnostic().message());
    }

    @Test
    void failuresNameTheInstanceAndItsValues() {
        List<String> messages = new ArrayList<>();
        Assessment.Done done = Nets.assessed(SPACE + """
                        budget Small { params <= 1 k }
                        design D of S {
                          within Small
                          require for s in stages: s.in <= s.out and s.depth <= 2
                          require nondecreasing(stages.out)
                          require for i in 1..2: params >= i * 1 M
                          require params <= 1 or count(stages) == 4
                          require params <= 1 M
                        }
                        """, Decisions.NONE);
        done.requirements().forEach(r -> r.failures().forEach(f -> messages.add(f.message())));
        double params = done.limits().getFirst().value();
        String p = "params " + Numerals.text(params);
        assertEquals(
                List.of(
                        "s2.depth 3 > 2",
                        "stage3.in 24 > stage3.out 12",
                        "nondecreasing(stages.out), i = 3: values[i - 1] 24 > values[i] 12",
                        "i = 1: i * 1000000 (1000000) > " + p,
                        "i = 2: i * 1000000 (2000000) > " + p,
                        p + " > 1 and count(stages) 3 != 4"),
                messages);
        assertFalse(done.feasible());
        assertFalse(done.limits().getFirst().holds());
        assertTrue(done.requirements().getLast().holds());
    }

    @Test
    void preferencesWorsenTheGoal() {
        Assessment.Done done = Nets.assessed(SPACE + """
                        design D of S {
                          maximize sum(stages.out)
                          prefer sum(stages.depth) <= 4 weight 3
                          prefer 1 <= count(stages) <= 2 weight 10
                          prefer not (count(stages) == 3) weight 0.5
                        }
                        """, Decisions.NONE);
        Assessment.GoalValue goal = Objects.requireNonNull(done.goal());
        assertEquals(52, goal.plain());
        assertEquals(52 - 3 * 2 - 10 - 0.5, goal.value());
    }

    @Test
    void tablesInterpolateAndSayWhatTheyCover() {
        Map<String, String> files = Map.of("test.mad", """
                table Phone from "phone.csv" key (kind, size, channels) value latency * 1 ms
                space S { input flat(features: 1) stage linear(1) }
                metric t(size: real, c: real) = Phone(kind: "conv", size: size, channels: c)
                design D of S { report t(10, 1), t(15, 2), t(20, 5), t(99, 1) }
                """, "phone.csv", """
                kind,size,channels,latency
                conv,10,1,1
                conv,10,3,3
                conv,20,1,5
                conv,20,3,11
                linear,10,1,100
                """);
        Instantiation.Built built = assertInstanceOf(
                Instantiation.Built.class, Network.build(Nets.design(files), List.of(), Decisions.NONE));
        Assessment.Done done =
                assertInstanceOf(Assessment.Done.class, built.evaluator().assess());
        List<Double> values =
                done.reports().stream().map(r -> r.value().number(HERE)).toList();
        assertEquals(List.of(0.001, 0.005, 0.011, 0.005), values);
    }

    @Test
    void aPartIsAskedAlone() {
        Instantiation.Built built = Nets.built(SPACE + "design D of S { report params }", Decisions.NONE);
        Expression params = Nets.design(SPACE + "design D of S { report params }")
                .reports()
                .getFirst()
                .value();
        Evaluation head =
                built.evaluator().evaluate(params, built.network().parts().getLast());
        assertEquals(
                Value.of(12 * 10 + 10),
                assertInstanceOf(Evaluation.Known.class, head).value());
    }

    /** The stack is that of an ordinary thread: an expression as deep as allowed fits, a deeper one is refused. */
    @Test
    void deepExpressionsAreRefusedBeforeTheStackIs() throws InterruptedException {
        List<Evaluation> answers = new ArrayList<>();
        Runnable evaluations = () -> {
            answers.add(Evaluator.constant(nested(Work.DEPTH / 2 - 1)));
            answers.add(Evaluator.constant(nested(100_000)));
        };
        Thread thread = new Thread(null, evaluations, "small", 1024 * 1024);
        thread.start();
        thread.join();
        assertEquals(
                Value.of(1),
                assertInstanceOf(Evaluation.Known.class, answers.get(0)).value());
        assertEquals(
                Code.TOO_MUCH_WORK,
                assertInstanceOf(Evaluation.Unknown.class, answers.get(1))
                        .diagnostic()
                        .code());
    }

    /** Sums of lists of sums, the widest frames there are. */
    private static Expression nested(int depth) {
        Expression inner = new Expression.Number(HERE, Type.INT, 1);
        for (int i = 0; i < depth; i++) {
            var each = new Symbol("each", Type.INT, HERE);
            var list = new Expression.SetOf(HERE, new Type.DomainOf((Type.Num) Type.INT), List.of(inner));
            var binders = new Expression.Binders(List.of(new Expression.Binder(each, list)), null);
            inner = new Expression.Aggregate(
                    HERE, Type.INT, Expression.Aggregate.Kind.MAX, binders, new Expression.Local(HERE, each));
        }
        return new Expression.Apply(HERE, Type.INT, Operator.ABS, List.of(inner));
    }
}
