package mad.view;

import java.util.List;
import mad.query.Answer;
import mad.query.Price;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a design when it is shown.
 *
 * @param answer for the text as it is; null where there is none yet
 * @param phase whether somebody works on it
 * @param reason to be told beside it
 * @param proof how incumbent and bound came closer
 * @param prices of its limits, where they were asked for
 */
public record Known(
        @Nullable Answer answer, Phase phase, @Nullable String reason, View.Proof proof, List<Price> prices) {
    public static final Known NOTHING = new Known(null, Phase.WAITING, null, View.Proof.NONE, List.of());

    public Known {
        prices = List.copyOf(prices);
    }

    /** A finished answer. */
    public static Known of(Answer answer, View.Proof proof, List<Price> prices) {
        return new Known(answer, Phase.DONE, null, proof, prices);
    }

    /** How far the work on a design is. */
    public enum Phase {
        WAITING,
        /** The answer is the last design under the present text, not the best one. */
        SEARCHING,
        STOPPED,
        DONE
    }
}
