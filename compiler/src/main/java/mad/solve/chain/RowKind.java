package mad.solve.chain;

/** The forms of constraints that a chain's bound knows. */
public enum RowKind {
    BUDGET("budget", "a sum over clusters"),
    RATIO("ratio", "convex in its depth, linear in its logarithms"),
    MAXIMUM("maximum", "one row for each of its terms"),
    LOCAL("local", "a condition on two variables"),
    OTHER("other", "of no known form: left out of the bound, tested on complete points");

    private final String word;
    private final String meaning;

    RowKind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    public String word() {
        return word;
    }

    /** For example {@code a sum over clusters}. */
    public String meaning() {
        return meaning;
    }

    /** @param count products of a budget, or rows of a maximum */
    public record Parts(RowKind kind, int count) {}
}
