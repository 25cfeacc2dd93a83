package mad.cli.render;

/** A horizontal bar: eighths of a column where the screen has them. */
final class Bar {
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";

    private Bar() {}

    /** A share of 0 to 1 in at most {@code columns} columns. Something never looks like nothing. */
    static String of(double share, int columns, Screen screen) {
        double inside = Double.isFinite(share) ? Math.clamp(share, 0.0, 1.0) : 0;
        if (!screen.unicode()) {
            int full = (int) Math.floor(inside * columns + 1e-9);
            return "#".repeat(inside > 0 ? Math.max(1, full) : 0);
        }
        int eighths = (int) Math.floor(inside * columns * 8 + 1e-9);
        int drawn = inside > 0 ? Math.max(1, eighths) : 0;
        return "█".repeat(drawn / 8) + (drawn % 8 == 0 ? "" : EIGHTHS.charAt(drawn % 8 - 1));
    }

    /** The same on a track that shows how much is left. */
    static String onTrack(double share, int columns, Tone tone, Screen screen) {
        String bar = of(share, columns, screen);
        String rest = screen.either("░", ".").repeat(columns - bar.length());
        return screen.paint(tone, bar) + screen.paint(Tone.QUIET, rest);
    }
}
