package mad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.diagnostic.Diagnostic;
import mad.source.LineIndex;
import mad.source.SourceFile;

/**
 * Texts that carry their expected diagnostics as comments, under the line they are about:
 *
 * <pre>
 * let x 3
 * //~  ^ MAD1002: expected `=`
 * </pre>
 *
 * A comment {@code //~ MAD1002: words} expects that code on the line above (comments of this kind do not count as lines); carets under the
 * text also fix where the span starts and, when there are several, how long it is; words, without regard to case, must be part of the
 * message. Every diagnostic must be expected and every expected one must come.
 */
public final class Fixtures {
    private static final Pattern MARK = Pattern.compile("\\s*//~ *(\\^*) *(MAD\\d{4})(?:: *(.*))?");

    private Fixtures() {}

    /** What a comment asks for; {@code column} and {@code length} are negative where any will do. */
    record Expectation(int line, int column, int length, String code, String words) {}

    /** The {@code .mad} files of a folder of the test resources, in order. */
    public static List<SourceFile> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/mad", folder))) {
            return files.filter(f -> f.toString().endsWith(".mad"))
                    .sorted()
                    .map(Fixtures::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SourceFile read(Path file) {
        try {
            return new SourceFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless {@code actual}, those of {@code source}, are what its comments say. */
    public static void check(SourceFile source, List<Diagnostic> actual) {
        LineIndex lines = new LineIndex(source.text());
        List<Diagnostic> left = new ArrayList<>(actual);
        TreeSet<String> missing = new TreeSet<>();
        for (Expectation wanted : expectations(source)) {
            Diagnostic found = left.stream()
                    .filter(d -> fits(wanted, d, lines))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                missing.add("line " + (wanted.line() + 1) + " lacks " + wanted.code() + " " + wanted.words());
            }
            left.remove(found);
        }
        String surplus = left.stream().map(d -> describe(d, lines)).collect(Collectors.joining("\n"));
        assertEquals(
                "",
                String.join("\n", missing) + (surplus.isEmpty() ? "" : "\nnot expected:\n" + surplus),
                source.file());
    }

    private static boolean fits(Expectation wanted, Diagnostic d, LineIndex lines) {
        LineIndex.Position start = lines.position(d.span().start());
        return d.code().id().equals(wanted.code())
                && start.line() == wanted.line()
                && (wanted.column() < 0 || start.column() == wanted.column())
                && (wanted.length() <= 1 || d.span().end() - d.span().start() == wanted.length())
                && d.message().toLowerCase().contains(wanted.words().toLowerCase());
    }

    private static String describe(Diagnostic d, LineIndex lines) {
        LineIndex.Position start = lines.position(d.span().start());
        return "line " + start.humanLine() + ":" + start.humanColumn() + " "
                + d.code().id() + " " + d.message();
    }

    private static List<Expectation> expectations(SourceFile source) {
        List<Expectation> expectations = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        int about = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.matches()) {
                boolean placed = mark.end(1) > mark.start(1);
                String words = mark.group(3) == null ? "" : mark.group(3);
                int column = placed ? mark.start(1) : -1;
                expectations.add(new Expectation(about, column, mark.end(1) - mark.start(1), mark.group(2), words));
            } else {
                about = i;
            }
        }
        return expectations;
    }
}
