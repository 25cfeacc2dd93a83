package mad.lsp.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, under {@code mad}: see {@code docs/editors.md}.
 *
 * @param pull whether diagnostics are only given when asked for
 * @param solve when designs are solved by themselves
 * @param hints the kinds of inlay hints that are shown
 * @param remarks whether it is said which limits a solved design reaches or hardly uses
 */
record Settings(boolean pull, Solve solve, double seconds, Set<Hint> hints, boolean lenses, boolean remarks) {
    static final Settings USUAL = new Settings(false, Solve.ON_TYPE, 10, Set.of(Hint.values()), true, true);

    /** When to solve unasked. */
    enum Solve {
        ON_TYPE,
        ON_SAVE,
        MANUAL
    }

    /** The kinds of inlay hints. */
    enum Hint {
        SHAPES,
        VALUES
    }

    Settings {
        hints = Set.copyOf(hints);
    }

    boolean shows(mad.editor.Hints.Kind kind) {
        return hints.contains(
                switch (kind) {
                    case SHAPE -> Hint.SHAPES;
                    case VALUE -> Hint.VALUES;
                });
    }

    /** These settings with what {@code json} changes; what is of the wrong kind changes nothing. */
    Settings with(@Nullable Object json) {
        JsonObject said = json instanceof JsonObject object ? object : new JsonObject();
        if (said.get("mad") instanceof JsonObject inner) {
            said = inner;
        }
        Set<Hint> shown = new HashSet<>();
        JsonObject switches = said.get("hints") instanceof JsonObject object ? object : new JsonObject();
        for (Hint hint : Hint.values()) {
            if (bool(switches, hint.name().toLowerCase(Locale.ROOT), hints.contains(hint))) {
                shown.add(hint);
            }
        }
        return new Settings(
                bool(said, "pullDiagnostics", pull),
                solve(said.get("solve")),
                number(said, "solveSeconds", seconds),
                shown,
                bool(said, "codeLens", lenses),
                bool(said, "remarks", remarks));
    }

    private Solve solve(@Nullable JsonElement said) {
        String text = said != null && said.isJsonPrimitive() ? said.getAsString() : "";
        return switch (text) {
            case "onType" -> Solve.ON_TYPE;
            case "onSave" -> Solve.ON_SAVE;
            case "manual" -> Solve.MANUAL;
            default -> solve;
        };
    }

    private static boolean bool(JsonObject said, String name, boolean otherwise) {
        JsonElement value = said.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isBoolean()
                ? value.getAsBoolean()
                : otherwise;
    }

    private static double number(JsonObject said, String name, double otherwise) {
        JsonElement value = said.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                ? Math.clamp(value.getAsDouble(), 0.1, 3600)
                : otherwise;
    }
}
