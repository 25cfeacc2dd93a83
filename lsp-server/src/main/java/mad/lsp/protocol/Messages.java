package mad.lsp.protocol;

import com.google.gson.JsonObject;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** The messages that are MAD's own. They are documented in {@code docs/protocol.md}, and a test compares the two. */
final class Messages {
    static final String SOLVE = "mad/solve";
    static final String STOP = "mad/stop";
    static final String ANSWER = "mad/answer";
    static final String PROGRESS = "mad/solveProgress";
    static final String SOLVED = "mad/solved";

    static final String PREVIEW = "mad/preview";
    static final String VIEW = "mad/view";
    static final String CHANGE = "mad/change";
    static final String APPLY = "mad/apply";
    static final String LOCATE = "mad/locate";
    static final String PRICES = "mad/prices";
    static final String PLOT = "mad/plot";

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

    /** Whether the client shows a preview of a file. */
    record PreviewParams(String uri, boolean open) {}

    /** A control of a preview, and the number that it is dragged to. */
    record ChangeParams(String uri, String design, String control, double value) {}

    /** A fix that a view offers for a conflict. */
    record ApplyParams(String uri, String design, String fix) {}

    record LocateParams(String uri, Position position) {}

    /** Where a place of the text is shown; what is not known is null. */
    record Located(@Nullable String design, @Nullable String stage) {}

    /** Which sweep or frontier: of {@code uri}, by name. */
    record PlotParams(String uri, String name) {}
}
