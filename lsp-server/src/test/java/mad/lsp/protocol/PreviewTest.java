package mad.lsp.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A preview, as a client sees it. */
class PreviewTest {
    private static final String URI = "file:///nets/p.mad";
    static final String TEXT = """
            import mad.blocks { Bottleneck }
            import mad.counting.torchvision { macs, params }
            import mad.deepmad { entropy }
            budget Phone { macs <= 20 M, params >= 1 k }
            space Net {
              input image(channels: 3, size: 32)
              stage a: Bottleneck(out: 8..64 step 8, mid: 8) x 1..3
              head { globalpool linear(10) }
            }
            design D of Net { within Phone maximize entropy(weights: [1]) }
            """;

    private static Editor editor() {
        return new Editor(solving(Editor.modernParams()));
    }

    /** The same client, whose designs are solved as it types. */
    static InitializeParams solving(InitializeParams params) {
        JsonObject options = new JsonObject();
        options.addProperty("solve", "onType");
        params.setInitializationOptions(options);
        return params;
    }

    static JsonObject design(JsonObject message) {
        JsonArray designs = message.getAsJsonObject("view").getAsJsonArray("designs");
        return designs.isEmpty() ? new JsonObject() : designs.get(0).getAsJsonObject();
    }

    private static JsonObject next(Editor editor, Predicate<JsonObject> wanted) {
        return Editor.next(editor.views, m -> m.get("type").getAsString().equals("view") && wanted.test(design(m)));
    }

    private static Predicate<JsonObject> status(String status) {
        return d -> d.has("status") && d.get("status").getAsString().equals(status);
    }

    private static TextEdit edit(@Nullable WorkspaceEdit edit) {
        return Objects.requireNonNull(Objects.requireNonNull(edit).getChanges().get(URI))
                .getFirst();
    }

    @Test
    void anEditShowsTheLastDesignAtOnceAndThenTheBestOne() {
        try (Editor editor = editor()) {
            editor.open(URI, TEXT);
            editor.server.preview(new Messages.PreviewParams(URI, true));
            JsonObject first = design(next(editor, status("optimal")));
            assertEquals(
                    2, first.getAsJsonObject("network").getAsJsonArray("stages").size());

            WorkspaceEdit dragged =
                    Editor.get(editor.server.change(new Messages.ChangeParams(URI, "D", "limit:macs", 2.34e6)));
            assertEquals("2.34 M", edit(dragged).getNewText());
            editor.change(URI, 2, edit(dragged).getRange(), edit(dragged).getNewText());
            JsonObject again = next(editor, d -> true);
            assertEquals(2, again.getAsJsonObject("view").get("version").getAsInt());
            assertEquals("searching", design(again).get("status").getAsString());
            assertTrue(design(again).get("current").getAsBoolean());
            assertTrue(design(again).get("reason").getAsString().contains("is above its limit of 2.34 M"));
            JsonObject second = design(next(editor, status("optimal")));
            assertTrue(second.get("objective").getAsDouble()
                    < first.get("objective").getAsDouble());
        }
    }

    @Test
    void aBrokenTextKeepsTheLastGoodView() {
        try (Editor editor = editor()) {
            editor.open(URI, TEXT);
            editor.server.preview(new Messages.PreviewParams(URI, true));
            next(editor, status("optimal"));
            editor.change(URI, 2, null, TEXT.replace("maximize", "maximise"));
            JsonObject broken = design(next(editor, status("refused")));
            assertNotNull(broken.getAsJsonObject("network"));
            assertFalse(broken.get("current").getAsBoolean());
            assertTrue(broken.get("reason").getAsString().startsWith("Line 10: "));
            editor.change(URI, 3, null, TEXT);
            assertTrue(design(next(editor, status("optimal"))).get("current").getAsBoolean());
        }
    }

    @Test
    void aConflictOffersWhatEndsIt() {
        try (Editor editor = editor()) {
            editor.open(URI, TEXT.replace("20 M", "1 k"));
            editor.server.preview(new Messages.PreviewParams(URI, true));
            JsonObject conflict = design(next(editor, status("infeasible"))).getAsJsonObject("conflict");
            JsonElement fix =
                    conflict.getAsJsonArray("members").get(0).getAsJsonObject().get("fix");
            WorkspaceEdit fixed =
                    Editor.get(editor.server.apply(new Messages.ApplyParams(URI, "D", fix.getAsString())));
            editor.change(URI, 2, edit(fixed).getRange(), edit(fixed).getNewText());
            next(editor, status("optimal"));
        }
    }

    @Test
    void theCursorFindsItsDesignAndStage() {
        try (Editor editor = editor()) {
            editor.open(URI, TEXT);
            editor.server.preview(new Messages.PreviewParams(URI, true));
            next(editor, status("optimal"));
            assertEquals(
                    new Messages.Located("D", "a"),
                    Editor.get(editor.server.locate(new Messages.LocateParams(URI, new Position(6, 10)))));
            assertEquals(
                    new Messages.Located("D", null),
                    Editor.get(editor.server.locate(new Messages.LocateParams(URI, new Position(9, 10)))));
        }
    }

    /** Typing in a comment, and a word that is wrong until it is whole: drawings wait, but they come. */
    @Test
    void whatWasTypedIsShownWhenTheHandRests() {
        try (Editor editor = editor()) {
            editor.open(URI, TEXT + "// ");
            editor.server.preview(new Messages.PreviewParams(URI, true));
            next(editor, status("optimal"));
            int last = (int) TEXT.lines().count();
            for (int i = 0; i < 5; i++) {
                editor.change(URI, 2 + i, new Range(new Position(last, 3 + i), new Position(last, 3 + i)), "x");
            }
            Editor.next(editor.views, m -> is(m, 6, "optimal"));
            for (int i = 0; i < 5; i++) {
                editor.change(URI, 7 + i, new Range(new Position(last, i), new Position(last, i)), "y");
            }
            Editor.next(editor.views, m -> is(m, 11, "refused"));
        }
    }

    private static boolean is(JsonObject message, int version, String status) {
        return message.get("type").getAsString().equals("view")
                && message.getAsJsonObject("view").get("version").getAsInt() == version
                && status(status).test(design(message));
    }
}
