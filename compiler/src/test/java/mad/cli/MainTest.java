package mad.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mad.cli.render.Screen;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.Answer;
import mad.query.Question;
import mad.query.Report;
import mad.source.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as its users meet it: arguments in, streams and an exit code out. */
class MainTest {
    private static final Screen PIPE = new Screen(false, 120, true, false);
    private static final String TINY = """
            import mad.counting.torchvision { macs, params }

            space TinySpace {
              input image(channels: 3, size: 16)
              stage s1: { conv(8..32 step 8, kernel: 3, stride: 2) relu } x 1
              head { globalpool flatten linear(10) }
            }

            design Tiny(limit: real = 1 M) of TinySpace {
              require  macs <= limit
              maximize params
            }

            check Tiny { params >= 100 }
            """;
    /** Parameters that are no numbers. */
    private static final String VARIANTS = """
            space Net(wide: bool, name: text, outs: list of int) {
              input flat(features: 4)
              stage { linear(if wide then 8 else outs[1], bias: name != "plain") }
            }
            metric params = sum(l in layers: l.params)
            design Best(wide: bool = false, name: text = "plain", outs: list of int = [1, 2]) of Net(wide, name, outs) {
              report params
            }

            check Best { params == 4 }
            check Best(wide: true) { params == 32 }
            check Best(wide: true) { params == 0 }
            check Best(name: "biased") { params == 5 }
            check Best(outs: [3, 4]) { params == 12 }
            """;

    private static final String FIXED = """
            import mad.counting.torchvision { macs }

            space FixedSpace {
              input image(channels: 3, size: 16)
              stage s1: { conv(8, kernel: 3) } x 1
            }

            budget Small { macs <= 1 k }

            design Fixed of FixedSpace { within Small }
            """;

    @TempDir
    Path folder;

    private String tiny = "";
    private String fixed = "";
    private String wrong = "";

    @BeforeEach
    void files() throws IOException {
        tiny = write("tiny.mad", TINY);
        fixed = write("fixed.mad", FIXED);
        wrong = write("wrong.mad", "design D of Nowhere { }\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    // --------------------------------------------------------------------------------------------------------- usage

    @Test
    void withoutACommandItShowsHowToUseIt() {
        Run run = Run.mad();
        assertEquals(2, run.code());
        assertTrue(run.err().contains("Usage: mad"), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "solve",
                "sweep",
                "frontier",
                "eval",
                "lower",
                "explain",
                "fmt",
                "new",
                "lib",
                "completion"
            })
    void everyCommandTeaches(String command) {
        Run run = Run.mad(command, "--help");
        assertAll(
                () -> assertEquals(0, run.code()),
                () -> assertTrue(run.out().contains("Examples:\n  "), run.out()),
                () -> assertTrue(run.out().contains("Exit codes:"), run.out()),
                () -> assertTrue(run.out().lines().allMatch(line -> line.length() <= 120), run.out()),
                () -> assertEquals("", run.err()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slove x.mad",
                "solve",
                "solve no-such-file.mad",
                "solve TINY Nobody",
                "solve TINY --gap much",
                "solve TINY --set size=3",
                "solve TINY --set limit=often",
                "solve TINY --set limit",
                "solve TINY --method prayer",
                "solve TINY --threads 0",
                "solve TINY --format xml",
                "solve TINY --work -5",
                "check",
                "check no-such-folder/x.mad",
                "explain MAD0000",
                "lib mad.nothing",
                "completion tcsh",
                "new",
                "new x --from nothing",
                "eval FOLDER",
                "lower TINY Nobody",
                "lower TINY --to fortran",
                "lower TINY --format json",
                "lower TINY --structure --to nl",
                "sweep TINY",
                "frontier TINY",
                "sweep TINY -o plot.png"
            })
    void wrongUsageIsOneSentenceAndTwo(String line) {
        Run run = Run.mad(
                line.replace("TINY", tiny).replace("FOLDER", folder.toString()).split(" "));
        assertAll(
                () -> assertEquals(2, run.code(), run.err()),
                () -> assertEquals("", run.out()),
                () -> assertTrue(run.err().startsWith("mad: "), run.err()),
                () -> assertTrue(run.err().lines().count() <= 2, run.err()),
                () -> assertFalse(run.err().contains("Exception"), run.err()));
    }

    @Test
    void aMisspeltCommandIsRecognised() {
        assertTrue(Run.mad("slove").err().contains("Did you mean `solve`?"));
    }

    @Test
    void wrongValuesAreToldInTheWordsOfTheCommand() {
        assertTrue(Run.mad("completion", "tcsh").err().contains("`tcsh` is none of bash, zsh, fish."));
        assertTrue(Run.mad("solve", tiny, "--seed", "x").err().contains("`x` is no whole number."));
    }

    @Test
    void versions() {
        assertTrue(Run.mad("--version").out().startsWith("mad "));
    }

    // --------------------------------------------------------------------------------------------------------- check

    @Test
    void checkFindsNothingInAGoodFile() {
        Run run = Run.mad("check", tiny);
        assertEquals("", run.out());
        assertEquals(0, run.code());
        assertEquals("1 file: no findings, 1 design not solved, 1 check not tested (--solve does that).\n", run.err());
    }

    @Test
    void checkSolvesWhenAsked() {
        Run run = Run.mad("check", "--solve", "--work", "2k", tiny);
        assertEquals(0, run.code(), run.out());
        assertEquals("1 file: no findings, 1 design solved, 1 check tested.\n", run.err());
    }

    @Test
    void checkEvaluatesNetworksWithoutDecisions() {
        Run run = Run.mad("check", "--format", "short", fixed);
        assertEquals(1, run.code());
        assertTrue(run.out().contains("MAD6001"), run.out());
        assertTrue(run.out().contains("macs"), run.out());
    }

    @Test
    void checkReadsFoldersAndStdin() {
        Run all = Run.mad("check", folder.toString(), "--quiet", "--format", "short");
        assertEquals(1, all.code());
        assertTrue(all.out().contains("wrong.mad:1:13: error: "), all.out());
        assertEquals(
                "1 error. Read more with `mad explain MAD2001`.\n",
                Run.mad("check", wrong).err().lines().findFirst().orElse("") + "\n");
        assertTrue(Run.piped("design D of Nowhere { }", "check", "-").out().contains("<stdin>:1:13"));
    }

    @Test
    void aFileIsOneFileHoweverItIsWritten() {
        Path path = Path.of(tiny);
        String dotted = path.getParent() + "/./" + path.getFileName();
        String around = path.getParent() + "/../" + folder.getFileName() + "/" + path.getFileName();
        assertEquals(
                Run.mad("check", tiny).err(),
                Run.mad("check", tiny, dotted, around).err());
    }

    /** In the project lies a link, and the project is not where it points. */
    @Test
    void aLinkThatLeavesTheProjectIsNotFollowed() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        write("secret.mad", "let secret = 1\n");
        Files.createSymbolicLink(inside.resolve("link.mad"), folder.resolve("secret.mad"));
        Files.createSymbolicLink(inside.resolve("up"), folder);
        Path main = Files.writeString(
                inside.resolve("main.mad"), "import \"link.mad\" { secret }\nimport \"up/secret.mad\" as other\n");
        Run run = Run.mad("check", "--format", "short", main.toString());
        assertEquals(1, run.code());
        assertEquals(2, run.out().split("MAD2006", -1).length - 1, run.out());
    }

    @Test
    void aCheckTestsTheDesignThatItAsksFor() throws IOException {
        String file = write("variants.mad", VARIANTS);
        Run run = Run.mad("check", "--format", "short", file);
        assertEquals(
                List.of("`params == 0` does not hold: params 32 != 0. [MAD6001]"),
                run.out().lines().map(l -> l.substring(l.indexOf('`'))).toList());
    }

    @Test
    void checkAsJsonIsAnArray() {
        assertEquals("[]\n", Run.mad("check", "--format", "json", tiny).out());
        assertTrue(Run.mad("check", "--format", "json", wrong).out().startsWith("[{\"code\":\"MAD2001\""));
    }

    // --------------------------------------------------------------------------------------------------------- solve

    @Test
    void solvePrintsTheDesign() {
        Run run = Run.mad("solve", tiny, "--work", "2k", "--set", "limit=20k");
        assertTrue(run.code() == 0 || run.code() == 4, run.err());
        assertTrue(run.out().startsWith("Tiny(limit = 20 k) of TinySpace"), run.out());
    }

    @Test
    void solveRefusesAFileWithErrors() {
        Run run = Run.mad("solve", wrong);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("error MAD2001"), run.err());
        assertTrue(Run.mad("solve", wrong, "--format", "json").out().contains("\"status\":\"refused\""));
    }

    @Test
    void solveSaysInfeasibleWithThree() {
        Run run = Run.mad("solve", tiny, "--set", "limit=1");
        assertEquals(3, run.code(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void optimalIsZeroAndFeasibleIsFour() {
        assertEquals(
                0, faked(new Answer.Found(Reports.proved(), java.util.Map.of())).code());
        Run stopped = faked(new Answer.Found(Reports.r18(), java.util.Map.of()));
        assertEquals(4, stopped.code());
        assertTrue(stopped.err().contains("gap of 1.41 % is above the 0.0001 % of --gap"), stopped.err());
        assertEquals(
                0,
                faked(new Answer.Found(Reports.r18(), java.util.Map.of()), "--gap", "5%")
                        .code());
        assertEquals(
                4,
                faked(new Answer.NothingFound("out of work", List.of("macs"), Reports.violated()))
                        .code());
        Diagnostic why = Diagnostic.of(Code.INFEASIBLE, new Span(tiny, 0, 6), "No network is that small.");
        assertEquals(3, faked(new Answer.Infeasible(List.of(why))).code());
    }

    @Test
    void aPipeSeesNoProgressAndATerminalOneLine() {
        assertEquals(
                "",
                faked(new Answer.Found(Reports.proved(), java.util.Map.of())).err());
        Engine.Maker engines = (snapshot, threads) ->
                new FakeEngine(new Answer.Found(Reports.proved(), java.util.Map.of()), new ArrayList<>());
        Screen terminal = new Screen(true, 100, true, true);
        Run run = Run.with(engines, terminal, new Interrupt(), "solve", tiny);
        assertTrue(run.err().endsWith("\r\u001b[K"), run.err());
        assertFalse(run.err().contains("\n"), run.err());
        assertEquals(
                "",
                Run.with(engines, terminal, new Interrupt(), "solve", tiny, "-q")
                        .err());
    }

    @Test
    void interruptedItPrintsWhatItHas() {
        Interrupt interrupt = new Interrupt();
        interrupt.cancellation().cancel();
        Engine.Maker engines = (snapshot, threads) ->
                new FakeEngine(new Answer.Found(Reports.r18(), java.util.Map.of()), new ArrayList<>());
        Run run = Run.with(engines, PIPE, interrupt, "solve", tiny);
        assertEquals(130, run.code());
        assertTrue(run.out().startsWith("R18 of K1KXK1Net"));
        assertEquals("", run.err());
    }

    @Test
    void optionsReachTheSolver() {
        List<Question> asked = new ArrayList<>();
        Engine.Maker engines = (snapshot, threads) -> {
            assertEquals(3, threads);
            return new FakeEngine(new Answer.Found(Reports.proved(), java.util.Map.of()), asked);
        };
        Run.with(
                engines,
                PIPE,
                new Interrupt(),
                ("solve " + tiny + " --seed 7 --work 2M --seconds 1.5s --gap 1% --nodes 9 --memory 2k "
                                + "--method evolution --threads 3 --set limit=1.2G")
                        .split(" "));
        Question expected = new Question(
                tiny, "Tiny", java.util.Map.of("limit", 1.2e9), "evolution", 7, 1.5, 2_000_000, 9, 2000, 0.01);
        assertEquals(List.of(expected), asked);
    }

    @Test
    void colourOnlyWhereAskedFor() {
        assertFalse(
                faked(new Answer.Found(Reports.r18(), java.util.Map.of())).out().contains("\u001b"));
        assertTrue(faked(new Answer.Found(Reports.r18(), java.util.Map.of()), "--color", "always")
                .out()
                .contains("\u001b[1m"));
    }

    private Run faked(Answer answer, String... more) {
        List<String> args = new ArrayList<>(List.of("solve", tiny));
        args.addAll(List.of(more));
        return Run.with(
                (snapshot, threads) -> new FakeEngine(answer, new ArrayList<>()),
                PIPE,
                new Interrupt(),
                args.toArray(String[]::new));
    }

    // -------------------------------------------------------------------------------------------------------- others

    @Test
    void evalShowsALimitThatDoesNotHold() {
        Run run = Run.mad("eval", fixed);
        assertEquals(1, run.code());
        assertTrue(run.out().contains("1 condition does not hold"), run.out());
    }

    @Test
    void setReachesTheLimitsOfBudgets() {
        assertEquals(0, Run.mad("eval", fixed, "--set", "Small.macs=1M").code());
        Run tight = Run.mad("eval", fixed, "--set", "Small.macs=2k");
        assertEquals(1, tight.code());
        assertTrue(tight.out().startsWith("Fixed(Small.macs = 2 k) of FixedSpace"), tight.out());
        assertTrue(tight.out().contains("of 2 k"), tight.out());
        Run unknown = Run.mad("solve", fixed, "--set", "Small.params=2k");
        assertEquals(
                "mad: design Fixed has no parameter or limit `Small.params`; it has `Small.macs`.\n", unknown.err());
    }

    @Test
    void setTakesConditionsAndRefusesTexts() throws IOException {
        String file = write("variants.mad", VARIANTS);
        Run wide = Run.mad("eval", file, "--set", "wide=true", "--format", "json");
        assertTrue(wide.out().contains("\"arguments\":{\"wide\":true}"), wide.out());
        assertTrue(wide.out().contains("\"metrics\":{\"params\":32}"), wide.out());
        assertEquals(2, Run.mad("eval", file, "--set", "wide=perhaps").code());
        assertEquals(2, Run.mad("eval", file, "--set", "name=biased").code());
    }

    @Test
    void evalTakesValuesForDecisions() {
        List<Question> asked = new ArrayList<>();
        Report report = Reports.r18();
        Run.with(
                (snapshot, threads) -> new FakeEngine(new Answer.Found(report, java.util.Map.of()), asked),
                PIPE,
                new Interrupt(),
                "eval",
                tiny,
                "--set",
                "s1.out=16,limit=2M");
        assertEquals(java.util.Map.of("s1.out", 16.0), asked.getFirst().arguments());
    }

    @Test
    void lowerPrintsTheProgram() {
        Run run = Run.mad("lower", tiny, "Tiny");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("program Tiny\n"), run.out());
    }

    @Test
    void lowerSaysWhatTheSolverSees() throws IOException {
        Run chain = Run.mad("lower", "--structure", "../examples/deepmad-r18.mad");
        assertEquals(0, chain.code(), chain.err());
        Golden.check("structure-chain.txt", chain.out());
        Run general = Run.mad("lower", "--structure", "../examples/shared-growth.mad");
        assertEquals(0, general.code(), general.err());
        Golden.check("structure-general.txt", general.out());
        Run json = Run.mad("lower", "--structure", "--format", "json", tiny, "Tiny");
        assertTrue(json.out().startsWith("{\"design\":\"Tiny\",\"magnitude\":"), json.out());
        assertEquals(1, json.out().lines().count());
    }

    @Test
    void explainKnowsEveryCode() {
        for (Code code : Code.values()) {
            assertEquals(0, Run.mad("explain", code.id()).code());
        }
        assertEquals(
                Run.mad("explain", "2001").out(), Run.mad("explain", "mad2001").out());
        assertEquals(
                Code.values().length,
                Run.mad("explain").out().lines().filter(l -> l.contains("MAD")).count());
    }

    @Test
    void libListsAndPrints() {
        assertTrue(Run.mad("lib").out().contains("mad.blocks "));
        assertTrue(Run.mad("lib", "blocks").out().contains("block Bottleneck("));
    }

    @ParameterizedTest
    @ValueSource(strings = {"residual", "mobile", "micro"})
    void newWritesAFileThatSolves(String template) throws IOException {
        String file = folder.resolve("my-" + template + ".mad").toString();
        assertEquals(file + "\n", Run.mad("new", file, "--from", template).out());
        assertEquals("", Run.mad("check", file).out());
        Run solved = Run.mad("solve", file, "--work", "20k", "--gap", "100%");
        assertEquals(0, solved.code(), solved.err());
        assertTrue(solved.out().startsWith("My"), solved.out());
        assertEquals(2, Run.mad("new", file).code(), "an existing file is never overwritten");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionKnowsTheCommands(String shell) {
        Run run = Run.mad("completion", shell);
        assertEquals(0, run.code());
        assertTrue(run.out().contains("solve") && run.out().contains("seed"), run.out());
    }

    // ------------------------------------------------------------------------------------------------------- trouble

    @Test
    void noStackTraceEverReachesAUser() throws IOException {
        Engine.Maker broken = (snapshot, threads) -> {
            throw new IllegalStateException("boom");
        };
        Run run = Run.with(broken, PIPE, new Interrupt(), "solve", tiny);
        assertEquals(70, run.code());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().startsWith("error MAD9001: "), run.err());
        Run kept = Run.with(broken, PIPE, new Interrupt(), "solve", tiny, "--debug");
        Path trace = Path.of(kept.err().replaceAll("(?s).*with (.*)\\.\\n", "$1"));
        assertTrue(Files.readString(trace).contains("boom"));
        Files.delete(trace);
    }

    @Test
    void aReaderThatHasLeftIsNoError() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        assertEquals(0, Main.run(new String[] {"lib"}, java.io.InputStream.nullInputStream(), closed, err));
        assertEquals(0, err.size());
    }

    @Test
    void explainSaysWhatEachLimitIsWorth() throws IOException {
        String file = write(
                "worth.mad",
                TINY.replace("require  macs <= limit", "within Small").replace("design Tiny", """
                budget Small { macs <= 100 k, params >= 100 }
                design Tiny"""));
        Run run = Run.mad("solve", file, "--work", "20k", "--explain", "--format", "json");
        assertTrue(
                run.out()
                        .contains(
                                "\"prices\":[{\"budget\":\"Small\",\"name\":\"macs\",\"limit\":100000,\"loosened\":101000,\"gain\":"),
                run.out());
        assertTrue(run.out().contains("\"multiplier\":null,\"most\":"), run.out()); // proved without a relaxation
        Run text = Run.mad("solve", file, "--work", "20k", "--explain");
        assertTrue(text.out().contains("100 k → 101 k"), text.out());
        assertTrue(text.out().contains("proved"), text.out());
        String required = write(
                "required.mad",
                TINY.replace("macs <= limit", "macs <= limit and params >= 100").replace("1 M", "100 k"));
        Run both = Run.mad("solve", required, "--work", "20k", "--explain", "--format", "json");
        assertTrue(both.out().contains("{\"budget\":\"\",\"name\":\"macs\",\"limit\":100000,"), both.out());
        assertTrue(both.out().contains("\"name\":\"params\",\"limit\":100,\"loosened\":99,"), both.out());
        Run report = Run.mad("report", required, "--work", "20k", "--explain", "--format", "json");
        assertEquals(2, report.out().split("\"price\":\\{\"gain\"", -1).length - 1, report.out());
    }
}
