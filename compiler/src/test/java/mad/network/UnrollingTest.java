package mad.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** From parts, repetitions, blocks and branches to layers. */
class UnrollingTest {
    private static final String BOTTLENECK = """
            block Neck(out: channels, mid: channels, once stride: int = 1) {
              let project = first or in != out
              add {
                conv(mid, kernel: 1) relu
                conv(mid, 3, stride) relu
                conv(out, kernel: 1)
              } {
                if stride == 2 { avgpool(2) }
                if project { conv(out) }
              }
              relu
            }
            """;

    @Test
    void onceAndFirstHoldInTheFirstRepetition() {
        String text = BOTTLENECK + """
                space S { input image(channels: 8, size: 16) stage Neck(out: 16, mid: 4, stride: 2) x 3 }
                design D of S {}
                """;
        List<PlacedLayer> layers = Nets.built(text, Decisions.NONE).network().layers();
        assertEquals(9 + 7 + 7, layers.size());
        assertEquals(
                List.of(2L, 1L, 1L),
                layers.stream()
                        .map(PlacedLayer::layer)
                        .filter(Conv.class::isInstance)
                        .filter(layer -> layer.kernel() == 3)
                        .map(Layer::stride)
                        .toList());
        assertEquals(new Shape(16, 1, 8, 8), layers.getLast().out());
    }

    @Test
    void onlyTheFirstBranchOfASumIsMain() {
        String text = BOTTLENECK + """
                space S { input image(channels: 8, size: 16) stage Neck(out: 16, mid: 4, stride: 2) }
                design D of S { report count(l in layers: l.main), count(l in layers: l is conv and l.main), count(l in layers: l is conv) }
                """;
        assertEquals(List.of("7", "3", "4"), Nets.reports(text));
    }

    @Test
    void bracesAfterABlockSeeTheBlockTheyStandIn() {
        String text = """
                block Wrap { conv(32) add { body } { } }
                block User { conv(8) Wrap { conv(in) conv(32) } }
                space S { input image(channels: 4, size: 8) stage User }
                design D of S {
                  report max(l in layers where l inside Wrap: l.out), min(l in layers where l inside Wrap: l.out), count(l in layers: l inside Wrap)
                }
                """;
        assertEquals(List.of("32", "4", "4"), Nets.reports(text));
    }

    @Test
    void aJoinOfOneBranchIsThatBranch() {
        String text = """
                block Maybe(skip: bool) { add { conv(8) } when skip { conv(8) } }
                space S { input image(channels: 8, size: 8) stage Maybe(skip: false) stage Maybe(skip: true) }
                design D of S { report [s.count_ for s in stages][1], [s.count_ for s in stages][2] }
                metric count_ = count(layers)
                """;
        assertEquals(List.of("1", "3"), Nets.reports(text));
    }

    @Test
    void decisionsAreHeldToTheirDomains() {
        String text = BOTTLENECK + """
                space S {
                  input image(channels: 8, size: 16)
                  var growth in 8..64 step 8
                  stage Neck(out: growth, mid: round8(out / 4)..out step 8) x 1..3
                }
                design D of S { report params }
                metric params = sum(l in layers: l.params)
                """;
        Map<String, Double> values = Map.of("growth", 64.0, "stage1.mid", 16.0, "stage1.depth", 2.0);
        Instantiation.Built good = Nets.built(text, new Decisions(values));
        assertEquals(List.of(), good.violations());
        Map<String, Double> wrong = Map.of("growth", 60.0, "stage1.mid", 68.0, "stage1.depth", 4.0);
        List<String> messages = Nets.built(text, new Decisions(wrong)).violations().stream()
                .map(Violation::message)
                .toList();
        assertEquals(
                List.of(
                        "`growth` is 60, which is not in 8..64 step 8.",
                        "`stage1.mid` is 68, which is not in 16..60 step 8.",
                        "`stage1.depth` is 4, which is not in 1..3."),
                messages);
        Diagnostic missing = Nets.invalid(text, new Decisions(Map.of("growth", 8.0)));
        assertEquals("`stage1.mid` is a choice, and no value was given for it.", missing.message());
    }

    @Test
    void alternativesAreChosenByNumber() {
        String text = """
                block A(out: channels) { conv(out) }
                block B(out: channels) { conv(out) bn relu }
                space S { input image(channels: 8, size: 16) stage A(out: 8) or B(out: 16) }
                design D of S {}
                """;
        Network network =
                Nets.built(text, new Decisions(Map.of("stage1.block", 1.0))).network();
        assertEquals("B", network.parts().getFirst().block().name());
        assertEquals(16, network.layers().getLast().out().channels());
        assertEquals(
                Code.OUT_OF_RANGE,
                Nets.invalid(text, new Decisions(Map.of("stage1.block", 2.0))).code());
    }

    @Test
    void unlikeBranchesAreReportedWithTheirPart() {
        String text = """
                block Bad(out: channels) { add { conv(out) } { } }
                space S { input image(channels: 8, size: 16) stage wide: Bad(out: 8..32 step 8) }
                design D of S {}
                """;
        Diagnostic diagnostic = Nets.invalid(text, new Decisions(Map.of("wide.out", 16.0)));
        assertEquals(Code.SHAPE_MISMATCH, diagnostic.code());
        assertEquals(
                "The branches of `add` leave unlike feature maps: 16 x 16 x 16, 8 x 16 x 16.", diagnostic.message());
        assertEquals(
                "This is in `wide`, which 8 x 16 x 16 enters.",
                diagnostic.notes().getFirst().text());
    }

    @Test
    void explosionsEndWithASentence() {
        String many = """
                block Many(n: int) { repeat n { repeat n { relu } } }
                space S { input image(channels: 8, size: 16) stage Many(n: 100000) }
                design D of S {}
                """;
        assertEquals(Code.TOO_MUCH_WORK, Nets.invalid(many, Decisions.NONE).code());
        String empty = """
                block Many(n: int) { repeat n { repeat n { } } }
                space S { input image(channels: 8, size: 16) stage Many(n: 100000) }
                design D of S {}
                """;
        assertEquals(Code.TOO_MUCH_WORK, Nets.invalid(empty, Decisions.NONE).code());
        String large = """
                space S { input image(channels: 2_000_000_000, size: 2_000_000_000) stage conv(2_000_000_000) }
                design D of S {}
                """;
        assertEquals(Code.NUMBER_TOO_LARGE, Nets.invalid(large, Decisions.NONE).code());
    }

    @Test
    void valuesAliveAreTensorsCountedOnce() {
        String text = """
                space S { input image(channels: 4, size: 8) stage { add { conv(2) relu conv(4) } { } relu } }
                design D of S {}
                """;
        assertEquals(List.of(256L + 128, 256L + 128, 256L + 128 + 256, 256L + 256, 256L), live(text));
    }

    @Test
    void whatStillWaitsIsNotOverwritten() {
        String text = """
                space S { input image(channels: 4, size: 8) stage { add { relu conv(4) } { } } }
                design D of S {}
                """;
        assertEquals(List.of(512L, 768L, 512L), live(text));
        String nested = """
                space S { input image(channels: 4, size: 8) stage { concat { add { conv(4) } { conv(4) } } { conv(8) } { } } }
                design D of S {}
                """;
        assertEquals(List.of(512L, 768L, 768L, 256L + 256 + 512, 256L + 512 + 256 + 1024), live(nested));
    }

    private static List<Long> live(String text) {
        return Nets.built(text, Decisions.NONE).network().layers().stream()
                .map(PlacedLayer::live)
                .toList();
    }
}
