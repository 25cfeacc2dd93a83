package mad.drawing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page that needs nothing but itself: the drawing is in it from the start, and comes alive where scripts may run. */
public final class Page {
    private Page() {}

    public static String of(String title, String view) {
        String style = App.style();
        String script = App.script();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; style-src '%s'; img-src data: blob:; base-uri 'none'; form-action 'none'">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                %s
                <script type="application/json" id="view">%s</script>
                <script>%s</script>
                </body>
                </html>
                """.formatted(hash(script), hash(style), escaped(title), style, Drawings.html(view), data(view), script);
    }

    /** JSON that cannot end the element it stands in. */
    private static String data(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** By which a policy knows an inline script or style. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
