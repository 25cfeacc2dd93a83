package mad.editor;

/** How likely a proposal is, the likeliest first. Between two of these there is room for shades. */
final class Rank {
    static final int FIRST = 0;
    static final int LIKELY = 10;
    static final int POSSIBLE = 20;
    static final int ELSEWHERE = 30;
    static final int ANYTHING = 40;

    private Rank() {}
}
