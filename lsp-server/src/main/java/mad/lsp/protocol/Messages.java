package mad.lsp.protocol;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** The messages that are MAD's own. They are documented in {@code docs/protocol.md}, and a test compares the two. */
final class Messages {
    static final String SOLVE = "mad/solve";
    static final String STOP = "mad/stop";
    static final String ANSWER = "mad/answer";
    static final String PROGRESS = "mad/solveProgress";
    static final String SOLVED = "mad/solved";

    private Messages() {}

    /** Which design: of {@code uri}, by name. */
    record DesignParams(String uri, @Nullable String design) {}

    /** Where a running solver stands; numbers that are not known are null. */
    record ProgressParams(
            String uri,
            int version,
            String design,
            @Nullable Double incumbent,
            @Nullable Double bound,
            @Nullable Double gap,
            double seconds,
            long evaluations) {}

    /**
     * What came of a design.
     *
     * @param current whether the answer belongs to the text as it is
     * @param answer as {@code mad solve --format json} prints it; null where there is none
     * @param reason why there is no newer answer; null where there is one
     */
    record SolvedParams(
            String uri,
            int version,
            String design,
            boolean current,
            @Nullable JsonObject answer,
            @Nullable String reason) {}
}
