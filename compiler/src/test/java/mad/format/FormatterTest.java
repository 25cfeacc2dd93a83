package mad.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mad.Corpus;
import mad.source.SourceFile;
import mad.syntax.Parsed;
import mad.syntax.Parser;
import mad.syntax.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatterTest {
    static Stream<SourceFile> corpus() {
        return Stream.concat(Corpus.files().stream(), Corpus.reference().stream());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void keepsTheTokensAndChangesNothingTwice(SourceFile file) {
        holds(file);
    }

    /** The same tokens with other white space have the same meaning, and are formatted without losing any either. */
    @ParameterizedTest
    @MethodSource("corpus")
    void ofAnyLayout(SourceFile file) {
        Random random = new Random(file.text().hashCode());
        holds(new SourceFile(file.file(), shaken(file, random)));
    }

    @Test
    void writesTheCanonicalForm() {
        assertFormats("""
                import mad.blocks{A,B ,}


                block  A( out:channels,kernel : odd=3 ){
                conv(out,kernel:{3,5})bn   relu // three
                  add{ conv( -3 - -x^2 ) }when first{}
                      if stride==2{avgpool(2)}else{ }
                // a comment
                }
                let x=[1 ..3,  99% of y.total] let z = if a then b
                else c
                """, """
                import mad.blocks { A, B }

                block A(out: channels, kernel: odd = 3) {
                  conv(out, kernel: {3, 5}) bn relu  // three
                  add { conv(-3 - -x^2) } when first { }
                  if stride == 2 { avgpool(2) } else { }
                  // a comment
                }
                let x = [1..3, 99 % of y.total]
                let z = if a then b
                  else c
                """);
    }

    @Test
    void breaksLongLines() {
        String argument = "a_rather_long_name_of_an_argument: another_long_name";
        assertFormats(
                "let x = f(%s, %s, %s)\n".formatted(argument, argument, argument),
                "let x = f(\n  %s,\n  %s,\n  %s\n)\n".formatted(argument, argument, argument));
        assertFormats(
                "let x = a_function(%s, b)(%s, c)\n".formatted(argument, argument),
                "let x =\n  a_function(%s, b)(\n    %s, c\n  )\n".formatted(argument, argument));
        assertFormats(
                "space S { stage concat { %1$s } { %1$s } { %1$s } }\n"
                        .formatted("maxpool(5, stride: 1) bn silu relu gelu"),
                """
                space S {
                  stage concat { %1$s }
                    { %1$s }
                    { %1$s }
                }
                """.formatted("maxpool(5, stride: 1) bn silu relu gelu"));
        assertFormats(
                "design D of S { report %1$s, %1$s(published: false), %1$s }\n"
                        .formatted("a.metric_with_a_rather_long_name"),
                """
                design D of S {
                  report %1$s, %1$s(published: false),
                    %1$s
                }
                """.formatted("a.metric_with_a_rather_long_name"));
    }

    @Test
    void keywordsOfPartsAndClausesStandInAColumn() {
        assertFormats("""
                space S { input flat(features: 3)
                stem linear(3)
                stage a: linear(4)
                require a.out > 1 }
                design D of S { within B
                let x = 3
                require a.out > 2
                minimize a.out report a.in }
                design E of S { within B maximize a.out }
                """, """
                space S {
                  input flat(features: 3)
                  stem  linear(3)
                  stage a: linear(4)
                  require a.out > 1
                }
                design D of S {
                  within   B
                  let x = 3
                  require  a.out > 2
                  minimize a.out report a.in
                }
                design E of S { within B maximize a.out }
                """);
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatUsersReadIsCanonical(SourceFile file) {
        assertEquals(Formatter.format(file), file.text(), "`mad fmt` would change it");
    }

    static Stream<SourceFile> published() {
        return Corpus.files().stream()
                .filter(file ->
                        file.file().startsWith("../examples/") || file.file().contains("/mad/lib/"));
    }

    @Test
    void leavesBrokenFilesAlone() {
        assertFormats("let   x = \n  let y  = 3", "let   x = \n  let y  = 3");
    }

    private static void assertFormats(String text, String expected) {
        assertEquals(expected, Formatter.format(new SourceFile("text", text)));
        holds(new SourceFile("text", text));
    }

    private static void holds(SourceFile file) {
        if (!Parser.parse(file).diagnostics().isEmpty()) {
            return;
        }
        SourceFile once = new SourceFile(file.file(), Formatter.format(file));
        assertEquals(List.of(), Parser.parse(once).diagnostics(), once.text());
        assertEquals(tokens(file), tokens(once));
        assertEquals(meaning(file), meaning(once));
        assertEquals(once.text(), Formatter.format(once));
        assertTrue(once.text().lines().noneMatch(line -> line.endsWith(" ")), once.text());
    }

    /** All tokens and comments, but for commas before a closing bracket. */
    private static List<String> tokens(SourceFile file) {
        List<String> texts = new ArrayList<>();
        for (Token token : Parser.parse(file).tokens()) {
            String text = file.text().substring(token.start(), token.end()).stripTrailing();
            if (!texts.isEmpty()
                    && texts.getLast().equals(",")
                    && List.of(")", "]", "}").contains(text)) {
                texts.removeLast();
            }
            texts.add(text);
        }
        return texts;
    }

    /** The tree without its places. */
    private static String meaning(SourceFile file) {
        Parsed parsed = Parser.parse(file);
        return parsed.tree().toString().replaceAll("start=\\d+, end=\\d+", "");
    }

    /** Spaces where there were none (but not between a number and its unit), and line breaks among them. */
    private static String shaken(SourceFile file, Random random) {
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (Token token : Parser.parse(file).tokens()) {
            String between = file.text().substring(end, token.start());
            boolean free = !between.isEmpty()
                    && between.isBlank()
                    && !between.contains("\n")
                    && token.kind() != Token.Kind.UNIT;
            boolean comment = token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
            text.append(free && !comment ? List.of(" ", "   ", "\n", "\n  ").get(random.nextInt(4)) : between);
            text.append(file.text(), token.start(), token.end());
            end = token.end();
        }
        return text.toString();
    }
}
