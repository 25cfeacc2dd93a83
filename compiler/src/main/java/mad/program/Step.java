package mad.program;

/**
 * One reformulation that led to a program, with its way back.
 *
 * @param name a short name in lower case, for example {@code unroll-first-repetition}
 * @param kind what it does to the set of solutions
 * @param summary one line for people: what changed, in numbers
 * @param back turns an assignment of the program after the step into one of the program before it
 */
public record Step(String name, Kind kind, String summary, WayBack back) {

    /** What a reformulation does to the set of solutions. */
    public enum Kind {
        /** Same optimum; solutions correspond through the way back. */
        EQUIVALENCE,
        /** Every old solution survives and new ones may appear: its optimum is a bound. */
        RELAXATION,
        /** Values change by the error that the summary states. */
        APPROXIMATION
    }

    /** The way back of a step. */
    @FunctionalInterface
    public interface WayBack {
        Assignment apply(Assignment assignment);
    }
}
