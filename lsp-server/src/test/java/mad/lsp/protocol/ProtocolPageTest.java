package mad.lsp.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that documents MAD's own messages says what the code says. */
class ProtocolPageTest {
    private static final Pattern MESSAGE = Pattern.compile("## `(mad/\\w+)`.*?```json\\n(.*?)\\n```", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/protocol.md"));
    }

    @Test
    void everyMessageHasItsMembers() throws IOException {
        Map<String, Class<?>> params = Map.ofEntries(
                Map.entry(Messages.SOLVE, Messages.DesignParams.class),
                Map.entry(Messages.STOP, Messages.DesignParams.class),
                Map.entry(Messages.ANSWER, Messages.DesignParams.class),
                Map.entry(Messages.PROGRESS, Messages.ProgressParams.class),
                Map.entry(Messages.SOLVED, Messages.SolvedParams.class),
                Map.entry(Messages.PREVIEW, Messages.PreviewParams.class),
                Map.entry(Messages.CHANGE, Messages.ChangeParams.class),
                Map.entry(Messages.APPLY, Messages.ApplyParams.class),
                Map.entry(Messages.LOCATE, Messages.LocateParams.class),
                Map.entry(Messages.PRICES, Messages.DesignParams.class),
                Map.entry(Messages.PLOT, Messages.PlotParams.class));
        Map<String, Set<String>> documented = new HashMap<>();
        MESSAGE.matcher(page()).results().forEach(m -> {
            JsonObject example = JsonParser.parseString(m.group(2)).getAsJsonObject();
            documented.put(m.group(1), new LinkedHashSet<>(example.keySet()));
        });
        Map<String, Set<String>> real = new HashMap<>();
        params.forEach((name, type) -> real.put(
                name,
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        // Its members are those of the preview's own messages.
        documented.remove(Messages.VIEW);
        assertEquals(real, documented);
    }

    @Test
    void everyCommandIsDocumented() throws IOException {
        Set<String> documented = Pattern.compile("\\| `(mad\\.\\w+)` \\|")
                .matcher(page())
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Commands.ALL), documented);
    }
}
