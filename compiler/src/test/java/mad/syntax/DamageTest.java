package mad.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mad.Corpus;
import mad.ast.Item;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars 5 and 6: nothing makes the parser throw or hang, and a typo costs one item. */
class DamageTest {
    /** For one file; larger ones lose every second or every tenth token. {@code -Dmad.deletions=100000} deletes each. */
    private static final int MOST_DELETIONS = Integer.getInteger("mad.deletions", 60);

    static Stream<SourceFile> corpus() {
        return Corpus.files().stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aMissingTokenCostsOneItem(SourceFile file) {
        List<String> names = names(Parser.parse(file));
        List<Token> tokens = Parser.parse(file).tokens();
        List<Integer> owners = owners(file);
        int step = Math.max(1, tokens.size() / MOST_DELETIONS);
        for (int i = 0; i < tokens.size(); i += step) {
            Token token = tokens.get(i);
            String text = file.text().substring(0, token.start()) + file.text().substring(token.end());
            Parsed parsed = Parser.parse(new SourceFile(file.file(), text));
            List<String> left = names(parsed);
            for (int k = 0; k < names.size(); k++) {
                if (k != owners.get(i)) {
                    String lost = names.get(k);
                    assertTrue(
                            left.contains(lost),
                            () -> lost + " is lost without " + token + " in " + file.file() + parsed.diagnostics());
                }
            }
        }
    }

    @Test
    void aRunOfControlCharactersIsOneToken() {
        assertEquals(
                1,
                Parser.parse(new SourceFile(Corpus.files().getFirst().file(), "\0".repeat(100_000)))
                        .tokens()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomEditsNeverThrow(long seed) {
        Random random = new Random(seed);
        List<SourceFile> corpus = Corpus.files();
        String pieces = "{}()[],.:=\"+-*/^<>!#;'@ \n x1";
        for (int round = 0; round < 300; round++) {
            StringBuilder text =
                    new StringBuilder(corpus.get(random.nextInt(corpus.size())).text());
            for (int edits = random.nextInt(8); edits >= 0 && !text.isEmpty(); edits--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                } else {
                    text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                }
            }
            inside(new SourceFile("edited", text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void junkNeverThrows(long seed) {
        Random random = new Random(seed);
        for (int length : List.of(1, 10, 100, 1_000, 100_000)) {
            StringBuilder binary = new StringBuilder();
            StringBuilder words = new StringBuilder();
            List<String> spellings = List.copyOf(Words.KEYWORD_SPELLINGS);
            for (int i = 0; i < length; i++) {
                binary.append((char) random.nextInt(i % 3 == 0 ? 0x10000 : 0x100));
                words.append(spellings.get(random.nextInt(spellings.size())))
                        .append("{}()\n =,".charAt(random.nextInt(8)));
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> inside(new SourceFile("binary", binary.toString())));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inside(new SourceFile("words", words.toString())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "-",
                "not ",
                "2^",
                "if a then ",
                "if a then b else ",
                "for a in b: ",
                "f(",
                "a[",
                "sum(l in ",
                "{a: ",
                "a.b ",
                "a + ",
                "a or ",
                "a*",
                "a <= ",
                "f(1)",
                "let x = ",
                "((",
                "[{("
            })
    void nestingIsLimited(String piece) {
        for (int times : List.of(100, 20_000)) {
            for (String frame : List.of("let x = %s", "let x = %s1", "block A { let x = %s1 }")) {
                SourceFile file = new SourceFile("deep", frame.formatted(piece.repeat(times)));
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inside(file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"add { ", "if a { ", "if a { } else ", "repeat 2 { ", "add { } when a { "})
    void bodiesAreLimited(String piece) {
        SourceFile file = new SourceFile("deep", "block A { " + piece.repeat(20_000));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inside(file));
    }

    @Test
    void listsInTypesAreLimited() {
        assertTrue(codes("let f(a: " + "list of ".repeat(20_000) + "int) = 3").contains(Code.TOO_DEEP));
    }

    @Test
    void tooDeepIsSaidOnce() {
        assertEquals(List.of(Code.TOO_DEEP), codes("let x = " + "(".repeat(300) + "1" + ")".repeat(300)));
        assertEquals(List.of(Code.TOO_DEEP), codes("let x = 1" + " + 1".repeat(5_000)));
        assertEquals(List.of(), codes("let x = 1" + " + 1".repeat(400)));
        assertEquals(List.of(), codes("let x = " + "(".repeat(150) + "1" + ")".repeat(150)));
        assertEquals(List.of(), codes("let x = [" + "1, ".repeat(50_000) + "]"));
    }

    @Test
    void tenMegabytesAreRefused() {
        assertEquals(List.of(Code.TOO_LARGE), codes("let x = 1\n".repeat(1_000_000)));
    }

    @Test
    void theEmptyFileIsSound() {
        assertEquals(List.of(), codes(""));
        assertEquals(List.of(), codes("\uFEFF\n"));
        assertEquals(List.of(), codes("// only a comment"));
    }

    @Test
    void spansAreInUtf16() {
        String text = "let a = \"😀😀\" let b 3";
        Diagnostic d = Parser.parse(new SourceFile("emoji", text)).diagnostics().getFirst();
        assertEquals(text.indexOf("b 3") + 1, d.span().start());
    }

    /** A thread with the usual stack, since a reader may run anywhere; printing and comparing a tree goes down it by recursion. */
    private static void inside(SourceFile file) {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    Parsed parsed = Parser.parse(file);
                    parsed.diagnostics()
                            .forEach(d ->
                                    assertTrue(d.span().end() <= file.text().length(), d.message()));
                    assertEquals(parsed.tree(), parsed.tree());
                    assertFalse(parsed.tree().toString().isEmpty());
                },
                "usual stack",
                1024 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
        }
        assertFalse(
                !thrown.isEmpty(),
                () -> thrown + " "
                        + file.text().substring(0, Math.min(300, file.text().length())));
    }

    private static List<Code> codes(String text) {
        return Parser.parse(new SourceFile("text", text)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    /** For each token, the index of the item that it is in or before. */
    private static List<Integer> owners(SourceFile file) {
        Parsed parsed = Parser.parse(file);
        List<Integer> owners = new ArrayList<>();
        for (Token token : parsed.tokens()) {
            int owner = 0;
            while (owner < parsed.tree().items().size() - 1
                    && parsed.tree().items().get(owner).span().end() <= token.start()) {
                owner++;
            }
            owners.add(owner);
        }
        return owners;
    }

    private static List<String> names(Parsed parsed) {
        return parsed.tree().items().stream().map(DamageTest::name).toList();
    }

    private static String name(Item item) {
        return switch (item) {
            case Item.Import i -> i.target().text();
            case Item.Let l -> l.name().text();
            case Item.Metric m -> m.name().text();
            case Item.Block b -> b.name().text();
            case Item.Space s -> s.name().text();
            case Item.Budget b -> b.name().text();
            case Item.Design d -> d.name().text();
            case Item.Check c -> c.design().path().text();
            case Item.Table t -> t.name().text();
            case Item.Sweep s -> s.name().text();
            case Item.Frontier f -> f.name().text();
            case Item.Broken b -> b.name().text();
        };
    }
}
