package mad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mad.source.SourceFile;

/** Every sound {@code .mad} text of the project (templates with blanks are none): the standard library, the examples, the tests' own, and the language reference's. */
public final class Corpus {
    private static final Pattern BLOCK = Pattern.compile("```mad\\n(.*?)```", Pattern.DOTALL);

    private Corpus() {}

    public static List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        for (String folder : List.of("src/test/resources/mad/corpus", "src/main/resources/mad", "../examples")) {
            files.addAll(under(Path.of(folder)));
        }
        return files;
    }

    /** The examples of the language reference. */
    public static List<SourceFile> reference() {
        SourceFile text = Fixtures.read(Path.of("../docs/language.md"));
        return BLOCK.matcher(text.text())
                .results()
                .flatMap(m -> new Fixture("docs/language.md at " + m.start(), m.group(1))
                        .files().entrySet().stream()
                                .filter(f -> f.getKey().endsWith(".mad"))
                                .map(f -> new SourceFile(
                                        "docs/language.md at " + m.start() + ", " + f.getKey(), f.getValue())))
                .toList();
    }

    private static List<SourceFile> under(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(".mad"))
                    .sorted()
                    .map(Fixtures::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
