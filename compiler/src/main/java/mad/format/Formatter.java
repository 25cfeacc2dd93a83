package mad.format;

import mad.source.SourceFile;
import mad.syntax.Parsed;
import mad.syntax.Parser;

/**
 * Writes a file the way all files are written: two spaces for each level, one space between words, at most one blank line, at most
 * {@value #WIDTH} columns where brackets allow it. Line breaks are the author's as long as lines fit. Formatting twice changes nothing more.
 */
public final class Formatter {
    static final int WIDTH = 120;

    private Formatter() {}

    /** The canonical text; the text as it is where it has syntax errors. */
    public static String format(SourceFile file) {
        return format(file, Parser.parse(file));
    }

    /** @param parsed what the parser made of {@code file} */
    public static String format(SourceFile file, Parsed parsed) {
        if (!parsed.diagnostics().isEmpty() || parsed.tokens().isEmpty()) {
            return file.text();
        }
        Pieces pieces = Pieces.of(file, parsed);
        Layout layout = new Layout(pieces);
        return layout.text();
    }
}
