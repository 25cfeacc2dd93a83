package mad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.diagnostic.Diagnostic;
import mad.model.Attribute;
import mad.model.Expression;
import mad.model.Primitive;
import mad.query.StandardLibrary;
import mad.semantic.Builtins;
import mad.semantic.NamedItem;
import mad.source.SourceFile;
import mad.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of the language reference, compiled without a word of complaint. A block marked {@code mad} is a project ({@link Fixture}); in {@code mad expr}
 * every line is an expression where a design with labels, metrics and outcomes is known, in {@code mad domain} one where a choice may stand, and {@code mad layers}
 * stands in a block.
 */
class LanguageTest {
    private static final Path REFERENCE = Path.of("../docs/language.md");
    private static final Pattern EXAMPLE = Pattern.compile("```mad( \\w+)?\n(.*?)```", Pattern.DOTALL);

    private static final String AROUND_EXPRESSIONS = """
            import mad.blocks { Bottleneck }
            import mad.counting.torchvision { macs, params }
            space Net {
              input image(channels: 3, size: 32)
              stem  conv(8)
              stage s1: Bottleneck(out: 64, mid: 16)
              stage s2: Bottleneck(out: 64, mid: 16, stride: 2)
            }
            design Best of Net { require macs <= 1 G and params <= 1 G and count(l in layers where l inside Bottleneck) > 0 }
            check Best {
            %s}
            """;

    record Example(String kind, String text) {
        @Override
        public String toString() {
            return kind + ": " + text.lines().findFirst().orElse("");
        }

        Map<String, String> files() {
            return switch (kind) {
                case "" -> new Fixture("reference", text).files();
                case "expr" -> main(AROUND_EXPRESSIONS.formatted(lines("  count([%s]) >= 0,\n")));
                case "domain" ->
                    main("space Net {\n  input image(channels: 3, size: 32)\n  stem conv(8)\n"
                            + lines("  var d%2$d in %1$s\n") + "}\n");
                case "layers" -> main("block Example(out: channels) {\n" + text + "}\n");
                default -> throw new IllegalArgumentException(kind);
            };
        }

        private String lines(String format) {
            StringBuilder all = new StringBuilder();
            List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
            for (int i = 0; i < lines.size(); i++) {
                all.append(format.formatted(lines.get(i), i));
            }
            return all.toString();
        }

        private static Map<String, String> main(String text) {
            return new LinkedHashMap<>(Map.of("main.mad", text));
        }
    }

    static List<Example> examples() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(REFERENCE));
        return matcher.results()
                .map(r -> new Example(r.group(1) == null ? "" : r.group(1).strip(), r.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(Example example) {
        List<Diagnostic> found = Fixture.diagnostics(example.files()).values().stream()
                .flatMap(Collection::stream)
                .toList();
        assertEquals(List.of(), found);
    }

    /** Whatever can be named is named in the reference. */
    @Test
    void namesEverything() throws IOException {
        Set<String> words =
                new TreeSet<>(Arrays.asList(Files.readString(REFERENCE).split("[^\\p{L}\\p{N}_]+")));
        Stream<String> names = Stream.of(
                        Arrays.stream(Primitive.values())
                                .flatMap(p -> Stream.concat(
                                        Stream.of(p.text(), p.family()),
                                        p.parameters().stream().map(Primitive.Slot::name))),
                        Arrays.stream(Attribute.OfLayer.values()).map(Attribute.OfLayer::text),
                        Arrays.stream(Attribute.OfPart.values()).map(Attribute.OfPart::text),
                        Arrays.stream(Attribute.OfLevel.values()).map(Attribute.OfLevel::text),
                        Builtins.all().stream(),
                        prelude().stream())
                .flatMap(s -> s);
        Set<String> missing = names.filter(n -> !words.contains(n)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
        assertTrue(Expression.Aggregate.Kind.values().length == 10, "a new aggregate wants a row in the table");
    }

    private static List<String> prelude() {
        String module = "mad.prelude";
        SourceFile source = new SourceFile(module, StandardLibrary.text(module).orElseThrow());
        return NamedItem.names(Parser.parse(source).tree());
    }
}
