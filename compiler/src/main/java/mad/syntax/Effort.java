package mad.syntax;

/** How much work on broken text one file may cost, so that a file of junk is as quick to refuse as a sound one is to read. */
final class Effort {
    private static final int MOST_TOKENS = 2_000_000;

    private int tokens;

    boolean isSpent() {
        return tokens > MOST_TOKENS;
    }

    void spend(int read) {
        tokens += read + 1;
    }
}
