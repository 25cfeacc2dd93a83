package mad.network;

import java.util.List;
import mad.diagnostic.Diagnostic;

/** Whether a condition holds on a network. */
public sealed interface Judgement {
    /** @param failures each instance that does not hold; none where the condition holds */
    record Decided(List<Failure> failures) implements Judgement {
        public Decided {
            failures = List.copyOf(failures);
        }

        public boolean holds() {
            return failures.isEmpty();
        }
    }

    /** The condition could not be evaluated. */
    record Undecided(Diagnostic diagnostic) implements Judgement {}
}
