package mad.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.Fixture;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of {@code resources/mad/semantic}, each with all that is said about it. To write the marks of a new one, or to see what a change of
 * wording does, run with {@code -Dmad.marks=write} and read the difference.
 */
class SemanticTest {
    private static final Path FOLDER = Path.of("src/test/resources/mad/semantic");

    static List<Fixture> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".mad"))
                    .sorted()
                    .map(SemanticTest::read)
                    .toList();
        }
    }

    private static Fixture read(Path file) {
        try {
            return new Fixture(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysExactlyThis(Fixture fixture) throws IOException {
        if ("write".equals(System.getProperty("mad.marks"))) {
            Fixture bare = new Fixture(fixture.name(), fixture.text().replaceAll("(?m)^//~.*\\n", ""));
            Files.writeString(FOLDER.resolve(fixture.name()), bare.marked());
        } else {
            assertEquals(fixture.text(), fixture.marked());
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void featuresHaveNoDiagnostics(Fixture fixture) {
        if (fixture.name().startsWith("good-")) {
            fixture.diagnostics().forEach((file, found) -> assertEquals(List.of(), found, file));
        }
    }

    /** Applied, a fix removes its diagnostic; it may uncover what stood behind it, and no more. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void everyFixMends(Fixture fixture) {
        Map<String, String> files = fixture.files();
        fixture.diagnostics().forEach((file, found) -> {
            for (Diagnostic diagnostic : found) {
                for (Diagnostic.Fix fix : diagnostic.fixes()) {
                    Map<String, String> mended = new HashMap<>(files);
                    mended.put(file, apply(fix, files.getOrDefault(file, "")));
                    List<Diagnostic> left = Fixture.diagnostics(mended).getOrDefault(file, List.of());
                    String what = fix.title() + " for: " + diagnostic.message() + "\nleaves " + left;
                    assertTrue(count(left, diagnostic) < count(found, diagnostic), what);
                    assertTrue(left.size() <= found.size(), what);
                }
            }
        });
    }

    private static long count(List<Diagnostic> all, Diagnostic like) {
        return all.stream().filter(d -> d.message().equals(like.message())).count();
    }

    static String apply(Diagnostic.Fix fix, String text) {
        StringBuilder mended = new StringBuilder(text);
        fix.edits().stream()
                .sorted(Comparator.comparingInt((Diagnostic.Edit e) -> e.span().start())
                        .reversed())
                .forEach(e -> mended.replace(e.span().start(), e.span().end(), e.replacement()));
        return mended.toString();
    }

    /** Every code that analysis can give is given somewhere. */
    @Test
    void everyCodeHasAFixture() throws IOException {
        Set<Code> said = fixtures().stream()
                .flatMap(f -> f.diagnostics().values().stream())
                .flatMap(List::stream)
                .map(Diagnostic::code)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
        Set<String> missing = new TreeSet<>();
        for (Code code : Code.values()) {
            boolean ours = code.id().matches("MAD[237].*")
                    || List.of(
                                    "MAD4001", "MAD4002", "MAD4003", "MAD4004", "MAD4005", "MAD4007", "MAD4008",
                                    "MAD4009", "MAD4011")
                            .contains(code.id());
            if (ours && !said.contains(code)) {
                missing.add(code.id());
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** Every message of this package is said somewhere, as far as one can tell from its methods: each is called by a fixture. */
    @Test
    void everyMessageHasAFixture() throws IOException {
        String said = fixtures().stream().map(Fixture::text).collect(Collectors.joining("\n"));
        Set<String> missing = new TreeSet<>();
        for (String page : List.of("NameMessages", "TypeMessages")) {
            String source = Files.readString(Path.of("src/main/java/mad/semantic/" + page + ".java"));
            for (String fragment : Messages.fragments(source)) {
                if (!said.contains(fragment)) {
                    missing.add(page + ": " + fragment);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }
}
