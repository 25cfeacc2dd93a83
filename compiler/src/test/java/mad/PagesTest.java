package mad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One page of explanation for each code: short, with an example that is wrong in just this way and one that is right. */
public class PagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/mad/errors");
    private static final Pattern EXAMPLE = Pattern.compile("```mad (wrong|right)\n(.*?)```", Pattern.DOTALL);
    private static final int LONGEST = 40;

    /** What only the size of a file, the format asked for, or a mistake of MAD itself brings about: nothing is wrong in the text. */
    private static final Set<Code> WITHOUT_WRONG =
            EnumSet.of(Code.TOO_DEEP, Code.TOO_LARGE, Code.NOT_EXPRESSIBLE, Code.INTERNAL);

    /** What parser and analysis do not see: lowering, evaluation or solving says it; {@code mad.acceptance.SolvedPagesTest} asks them. */
    public static final Set<Code> LATER = EnumSet.of(
            Code.SHAPE_MISMATCH,
            Code.NOT_A_NUMBER,
            Code.DIVISIBILITY,
            Code.BUDGET_TOO_SMALL,
            Code.INFEASIBLE,
            Code.BOUND_ACTIVE,
            Code.BUDGET_UNUSED,
            Code.CHECK_FAILED);

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> pages = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(Stream.of(Code.values()).map(c -> c.id() + ".md").collect(Collectors.toSet()), pages);
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void isShortAndNamesItsCode(Code code) throws IOException {
        List<String> lines = page(code).lines().toList();
        assertEquals("# " + code.id() + ": " + code.title(), lines.getFirst());
        assertTrue(lines.size() <= LONGEST, lines.size() + " lines");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void wrongIsWrongInThisWay(Code code) throws IOException {
        List<String> examples = examples(code, "wrong");
        assertEquals(WITHOUT_WRONG.contains(code) ? 0 : 1, examples.size());
        for (String example : examples) {
            Set<Code> expected = LATER.contains(code) ? Set.of() : Set.of(code);
            List<Diagnostic> found = diagnostics(example);
            assertEquals(expected, codes(found), found::toString);
            assertTrue(
                    found.stream().allMatch(d -> d.code() == code || d.severity() != Severity.ERROR), found::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void rightIsRight(Code code) throws IOException {
        List<String> examples = examples(code, "right");
        assertEquals(code == Code.INTERNAL ? 0 : 1, examples.size());
        for (String example : examples) {
            assertEquals(List.of(), diagnostics(example));
        }
    }

    private static String page(Code code) throws IOException {
        return Files.readString(FOLDER.resolve(code.id() + ".md"));
    }

    public static List<String> examples(Code code, String kind) throws IOException {
        Matcher matcher = EXAMPLE.matcher(page(code));
        return matcher.results()
                .filter(r -> r.group(1).equals(kind))
                .map(r -> r.group(2))
                .toList();
    }

    private static List<Diagnostic> diagnostics(String example) {
        Map<String, List<Diagnostic>> all = new Fixture("page", example).diagnostics();
        return all.values().stream().flatMap(Collection::stream).toList();
    }

    private static Set<Code> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet());
    }
}
