package mad.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.MemoryWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that nobody should write: each gets a clear sentence, in little time and memory, from the whole pipeline. */
class BadInputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FILE = "bad.mad";

    /** Text of a file, and the codes one of which must be among what is said of it; none where the file is fine. */
    record Case(String name, String text, List<Code> codes) {
        Case(String name, String text, Code... codes) {
            this(name, text, List.of(codes));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(texts(), nested(), exploding(), numbers()).flatMap(cases -> cases);
    }

    private static Stream<Case> texts() {
        SplittableRandom random = new SplittableRandom(1);
        String junk = random.ints(20_000, 0, 256).mapToObj(Character::toString).collect(Collectors.joining());
        String unicode =
                random.ints(20_000, 0, 0x10000).mapToObj(c -> "" + (char) c).collect(Collectors.joining());
        return Stream.of(
                new Case("empty", ""),
                new Case("blank", " \n\t\r\n\uFEFF"),
                new Case("comment", "// nothing"),
                new Case("10 MB of one item", "let a = 1" + " + 1".repeat(2_500_000), Code.TOO_LARGE),
                new Case("10 MB of items", "let a = 1\n".repeat(1_000_000), Code.TOO_LARGE),
                new Case("10 MB of space", " ".repeat(10_000_000), Code.TOO_LARGE),
                new Case("many items of one name", "let a = 1\n".repeat(5_000), Code.DUPLICATE_NAME),
                new Case("zeros", "\0".repeat(100_000), Code.UNEXPECTED_TOKEN, Code.BAD_CHARACTER),
                new Case("bytes", junk, Code.UNEXPECTED_TOKEN, Code.BAD_CHARACTER),
                new Case(
                        "UTF-16 units, surrogates without partners too",
                        unicode,
                        Code.UNEXPECTED_TOKEN,
                        Code.BAD_CHARACTER),
                new Case("quotes", "\"".repeat(100_001), Code.UNEXPECTED_TOKEN, Code.UNCLOSED_STRING),
                new Case("one long name", "let " + "a".repeat(900_000) + " = b", Code.UNKNOWN_NAME),
                new Case("a long chain", "let a = 1" + " + 1".repeat(20_000), Code.TOO_DEEP),
                new Case("a long list", "let a = [" + "1, ".repeat(50_000) + "b]", Code.UNKNOWN_NAME),
                new Case("a longer list", "let a = [" + "1, ".repeat(200_000) + "b]", Code.TOO_LARGE),
                new Case("import of itself", "import \"" + FILE + "\" { a }", Code.IMPORT_CYCLE),
                new Case("import from above", "import \"../above.mad\" { a }", Code.IMPORT_OUTSIDE),
                new Case("import from the root", "import \"/etc/passwd\" { a }", Code.IMPORT_OUTSIDE),
                new Case("import by a long way", "import \"a/../../../b/above.mad\" { a }", Code.IMPORT_OUTSIDE),
                new Case("import of a drive", "import \"C:\\\\x.mad\" { a }", Code.UNKNOWN_MODULE, Code.IMPORT_OUTSIDE),
                new Case("import of nothing", "import \"\" { a }", Code.UNKNOWN_MODULE, Code.IMPORT_OUTSIDE),
                new Case("import of a zero", "import \"\0\" { a }", Code.UNKNOWN_MODULE, Code.IMPORT_OUTSIDE),
                new Case(
                        "table from above",
                        "table T from \"../t.csv\" key (k) value v",
                        Code.IMPORT_OUTSIDE,
                        Code.BAD_TABLE));
    }

    private static Stream<Case> nested() {
        int n = 20_000;
        return Stream.of(
                new Case("parentheses", "let a = " + "(".repeat(n) + "1" + ")".repeat(n), Code.TOO_DEEP),
                new Case("parentheses that do not close", "let a = " + "(".repeat(n), Code.TOO_DEEP, Code.UNCLOSED),
                new Case("lists", "let a = " + "[".repeat(n) + "1" + "]".repeat(n), Code.TOO_DEEP),
                new Case("sets", "let a = " + "{".repeat(n) + "1" + "}".repeat(n), Code.TOO_DEEP),
                new Case("closing only", "let a = 1 " + ")".repeat(n), Code.UNEXPECTED_TOKEN),
                new Case("braces only", "}".repeat(n) + "{".repeat(n), Code.UNEXPECTED_TOKEN),
                new Case("minus signs", "let a = " + "-".repeat(n) + "1", Code.TOO_DEEP),
                new Case("nots", "let a = " + "not ".repeat(n) + "true", Code.TOO_DEEP),
                new Case("powers", "let a = 1" + " ^ 1".repeat(n), Code.TOO_DEEP),
                new Case("ifs", "let a = " + "if true then 1 else ".repeat(n) + "1", Code.TOO_DEEP),
                new Case("fields", "let a = b" + ".c".repeat(n), Code.TOO_DEEP),
                new Case("indices", "let a = b" + "[1]".repeat(n), Code.TOO_DEEP),
                new Case("calls", "let a = " + "f(".repeat(n) + "1" + ")".repeat(n), Code.TOO_DEEP),
                new Case("types", "let a(b: " + "list of ".repeat(n) + "int) = 1", Code.TOO_DEEP),
                new Case("branches", "block B() { " + "add { ".repeat(n) + "}".repeat(n) + " }", Code.TOO_DEEP),
                new Case("conditions", "block B() { " + "if true { ".repeat(n) + "}".repeat(n) + " }", Code.TOO_DEEP),
                new Case("else ifs", "block B() { if true { }" + " else if true { }".repeat(n) + " }", Code.TOO_DEEP));
    }

    private static Stream<Case> exploding() {
        return Stream.of(
                new Case(
                        "functions that call twice",
                        chain("let f%d(x: int): int = f%d(x) + f%d(x + 1)\n", 40) + "let f0(x: int): int = x\n"
                                + solved("conv(f40(1))", "1"),
                        Code.TOO_MUCH_WORK),
                new Case(
                        "constants that use twice",
                        chain("let c%d = c%d + c%d\n", 60) + "let c0 = 1\n" + solved("conv(1)", "c60 - c60"),
                        Code.TOO_MUCH_WORK),
                new Case(
                        "metrics that use twice",
                        chain("metric m%d = m%d + m%d\n", 40) + "metric m0 = sum(l in layers: l.macs)\n"
                                + solved("conv(8)", "m40"),
                        Code.CHECK_FAILED),
                new Case(
                        "blocks that use twice",
                        chain("block B%d() { B%d B%d }\n", 40) + "block B0() { conv(8) }\n" + solved("B40", "1"),
                        Code.TOO_MUCH_WORK),
                new Case(
                        "blocks in a row",
                        chain("block B%d() { B%d }\n", 5_000) + "block B0() { conv(8) }\n" + solved("B5000", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "functions in a row",
                        chain("let f%d(x: int): int = f%d(x)\n", 5_000) + "let f0(x: int): int = x\n"
                                + solved("conv(f5000(8))", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "constants in a row",
                        chain("let c%d = c%d\n", 5_000) + "let c0 = 8\n" + solved("conv(c5000)", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "deep expressions in deep definitions",
                        chain("let c%d = " + "-".repeat(400) + "c%d\n", 190) + "let c0 = 8\n"
                                + solved("conv(c190)", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "deep blocks in deep blocks",
                        chain("block B%d() { " + "add { ".repeat(150) + "B%d" + " } { }".repeat(150) + " }\n", 190)
                                + "block B0() { relu }\n" + solved("B190", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "blocks as deep as they may be in each other",
                        chain("block B%d() { " + "add { ".repeat(480) + "B%d" + " } { }".repeat(480) + " }\n", 50)
                                + "block B0() { relu }\n" + solved("B50", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "expressions as deep as they may be in each other",
                        chain("let c%d = " + "if true then 1 else ".repeat(450) + "c%d\n", 50) + "let c0 = 8\n"
                                + solved("conv(c50)", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "deep expressions in deep definitions, the used ones first",
                        IntStream.rangeClosed(1, 190)
                                        .mapToObj(i -> "let c%d = %sc%d\n".formatted(i, "-".repeat(400), i - 1))
                                        .collect(Collectors.joining())
                                + "let c0 = 8\n" + solved("conv(c190)", "1"),
                        Code.TOO_DEEP),
                new Case(
                        "functions in a circle",
                        "let f(x: real): real = g(x)\nlet g(x: real): real = f(x)",
                        Code.RECURSION),
                new Case("constants in a circle", "let a = b\nlet b = a", Code.RECURSION),
                new Case("blocks in a circle", "block A() { B }\nblock B() { A }", Code.RECURSION),
                new Case("metrics in a circle", "metric a = b\nmetric b = a", Code.RECURSION),
                new Case("spaces in a circle", "space A extends B { }\nspace B extends A { }", Code.RECURSION),
                new Case("designs in a circle", "design A extends B { }\ndesign B extends A { }", Code.RECURSION),
                new Case("budgets in a circle", "budget A extends B { }\nbudget B extends A { }", Code.RECURSION),
                new Case("a huge repeat", solved("repeat 1000000000 { conv(8) }", "1"), Code.TOO_MUCH_WORK),
                new Case(
                        "repeats in each other",
                        solved("repeat 1000 { repeat 1000 { repeat 1000 { relu } } }", "1"),
                        Code.TOO_MUCH_WORK),
                new Case("an endless repeat", solved("repeat 1e300 { relu }", "1"), Code.TOO_MUCH_WORK),
                new Case("a huge list", solved("conv(8)", "sum([i for i in 1..1000000000])"), Code.TOO_MUCH_WORK),
                new Case("a huge sum", solved("conv(8)", "sum(i in 1..1000000000000: i)"), Code.TOO_MUCH_WORK),
                new Case(
                        "sums in each other",
                        solved("conv(8)", "sum(i in 1..10000, j in 1..10000, k in 1..10000: i * j * k)"),
                        Code.TOO_MUCH_WORK),
                new Case("a tiny step", solved("conv(8)", "sum(i in 0..1 step 1e-300: i)"), Code.TOO_MUCH_WORK),
                new Case("a step of nothing", solved("conv(8)", "sum(i in 0..1 step 0: i)"), Code.EMPTY_DOMAIN),
                new Case("a backward step", solved("conv(8)", "sum(i in 0..1 step -1: i)"), Code.EMPTY_DOMAIN),
                new Case("a deep stage", space("stage conv(8) x 1000000000", "1"), Code.TOO_MUCH_WORK),
                new Case("a stage of any depth", space("stage conv(8) x 1..1000000000", "1")),
                new Case("a domain of everything", space("stage conv(1..9000000000000000)", "1")),
                new Case("a domain of many", space("stage conv(8, kernel: 1..99999999 step 2)", "1")),
                new Case(
                        "many stages",
                        space(
                                "stage conv(8..64 step 8) bn relu\n"
                                        .replace(" bn relu", "")
                                        .repeat(3_000),
                                "1")),
                new Case(
                        "lists that double",
                        chain("let l%d = [x + y for x in l%d, y in l%d]\n", 30) + "let l0 = [1, 2]\n"
                                + solved("conv(8)", "sum(l30)"),
                        Code.TOO_MUCH_WORK));
    }

    private static Stream<Case> numbers() {
        return Stream.of(
                new Case(
                        "past 2^63",
                        solved("conv(9223372036854775808)", "1"),
                        Code.NUMBER_TOO_LARGE,
                        Code.OUT_OF_RANGE),
                new Case(
                        "2^53 channels",
                        solved("conv(9007199254740992)", "sum(l in layers: l.macs)"),
                        Code.OUT_OF_RANGE),
                new Case(
                        "two layers of 2^52",
                        solved("conv(4503599627370496) conv(4503599627370496)", "sum(l in layers: l.macs)"),
                        Code.OUT_OF_RANGE),
                new Case("past every double", "let a = 1e400", Code.NUMBER_TOO_LARGE),
                new Case("many digits", "let a = " + "9".repeat(100_000), Code.NUMBER_TOO_LARGE),
                new Case("many decimals", "let a = 0." + "9".repeat(100_000), Code.NUMBER_TOO_LARGE),
                new Case("many zeros", "let a = " + "0".repeat(100_000), Code.NUMBER_TOO_LARGE),
                new Case("a huge exponent", "let a = 1e99999999999999999999", Code.NUMBER_TOO_LARGE),
                new Case("a product past every double", solved("conv(8)", "1e308 * 1e308"), Code.NOT_A_NUMBER),
                new Case("a power past every double", solved("conv(8)", "10 ^ 10 ^ 10"), Code.NOT_A_NUMBER),
                new Case("nothing from nothing", solved("conv(8)", "1e308 * 1e308 - 1e308 * 1e308"), Code.NOT_A_NUMBER),
                new Case("division by zero", solved("conv(8)", "1 / 0"), Code.NOT_A_NUMBER),
                new Case("logarithm of zero", solved("conv(8)", "log(0)"), Code.NOT_A_NUMBER),
                new Case("logarithm of a choice from zero", space("stage s: conv(8..64 step 8)", "log(s.out - 8)")),
                new Case("division by a choice", space("stage s: conv(8..64 step 8)", "1 / (s.out - 16)")),
                new Case("root of less than nothing", solved("conv(8)", "sqrt(-1)"), Code.NOT_A_NUMBER),
                new Case("no channels", solved("conv(0)", "1"), Code.OUT_OF_RANGE),
                new Case("fewer than no channels", solved("conv(-8)", "1"), Code.OUT_OF_RANGE),
                new Case("half a channel", solved("conv(0.5)", "1"), Code.OUT_OF_RANGE, Code.TYPE_MISMATCH),
                new Case("a stride of nothing", solved("conv(8, stride: 0)", "1"), Code.OUT_OF_RANGE),
                new Case(
                        "no image",
                        "space S() { input image(3, 0)\nstage conv(8) }\ndesign D of S { }",
                        Code.OUT_OF_RANGE),
                new Case(
                        "an image of everything",
                        "space S() { input image(3, 9007199254740992)\nstage conv(8) }\ndesign D of S { report sum(l in layers: l.macs) }",
                        Code.OUT_OF_RANGE),
                new Case("an index past the end", solved("conv(8)", "[1, 2][3]"), Code.INDEX_OUT_OF_RANGE),
                new Case("an index past every int", solved("conv(8)", "[1, 2][1e300]"), Code.INDEX_OUT_OF_RANGE),
                new Case(
                        "the largest of nothing",
                        solved("conv(8)", "max(l in layers where false: l.macs)"),
                        Code.NOT_A_NUMBER),
                new Case("an empty set", space("stage conv(8..1)", "1"), Code.EMPTY_DOMAIN),
                new Case("a domain with a backward step", space("stage conv(8..64 step -8)", "1"), Code.EMPTY_DOMAIN),
                new Case(
                        "a backward step from a choice",
                        space("stage s: conv(8..64 step 8)\nstage conv(s.out..99 step -1)", "1"),
                        Code.EMPTY_DOMAIN,
                        Code.UNKNOWN_NAME),
                new Case("a domain past 2^53", space("stage conv(8..1e300)", "1"), Code.NUMBER_TOO_LARGE),
                new Case(
                        "a domain of small steps",
                        space("stage dropout(0..1 step 1e-300)", "1"),
                        Code.NUMBER_TOO_LARGE),
                new Case("a backward range", space("var v in 9..0\nstage conv(8)", "v"), Code.EMPTY_DOMAIN));
    }

    /** {@code item} for every index from n down to 1, with the index before it in the other places. */
    private static String chain(String item, int n) {
        return IntStream.iterate(n, i -> i >= 1, i -> i - 1)
                .mapToObj(i -> item.formatted(i, i - 1, i - 1))
                .collect(Collectors.joining());
    }

    private static String solved(String layers, String goal) {
        return space("stage { " + layers + " }", goal);
    }

    private static String space(String members, String goal) {
        return "space S() { input image(3, 32)\n" + members + "\n}\ndesign D of S { maximize " + goal + " }\n";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getsAClearAnswer(Case bad) {
        MemoryWorld world = new MemoryWorld(Map.of(FILE, bad.text()));
        Interrogation all = assertTimeoutPreemptively(PATIENCE, () -> Interrogation.of(world, FILE, 2_000));
        List<Code> said =
                all.complaints().stream().map(Diagnostic::code).distinct().toList();
        assertFalse(said.contains(Code.INTERNAL), () -> all.complaints().toString());
        if (bad.codes().isEmpty()) {
            assertEquals(List.of(), said);
        } else {
            assertTrue(
                    bad.codes().stream().anyMatch(said::contains),
                    () -> said + " and not " + bad.codes() + ": " + shortened(all));
        }
    }

    private static String shortened(Interrogation all) {
        return all.complaints().stream().map(Diagnostic::message).limit(3).toList() + " "
                + all.answers().keySet();
    }
}
