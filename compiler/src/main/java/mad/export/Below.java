package mad.export;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import mad.program.Term;

/** Everything that terms read. */
final class Below {
    private Below() {}

    /** The terms themselves included. */
    static Set<Term> of(Collection<Term> roots) {
        Set<Term> found = new LinkedHashSet<>();
        ArrayDeque<Term> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (found.add(term)) {
                open.addAll(term.operation().operands());
            }
        }
        return found;
    }
}
