package mad.cli.render;

/**
 * What one output stream can show.
 *
 * @param terminal whether a person looks at it as it is written, so that a line may be rewritten
 * @param columns the widest line
 * @param unicode whether more than ASCII may be drawn
 */
public record Screen(boolean terminal, int columns, boolean unicode, boolean colour) {
    private static final int NARROWEST = 40;

    /** The widest line anybody wants to read. */
    public static final int WIDEST = 120;

    public Screen {
        columns = Math.clamp(columns, NARROWEST, WIDEST);
    }

    public String paint(Tone tone, String text) {
        return colour && tone != Tone.PLAIN && !text.isEmpty()
                ? "\u001b[" + tone.code() + "m" + text + "\u001b[0m"
                : text;
    }

    /** The first where the stream can show it, else the second. */
    public String either(String unicodeText, String asciiText) {
        return unicode ? unicodeText : asciiText;
    }
}
