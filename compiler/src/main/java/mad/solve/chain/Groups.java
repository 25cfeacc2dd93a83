package mad.solve.chain;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The variables of each cluster, in the order of the chain. */
record Groups(List<TreeSet<Integer>> all) {
    /** The first cluster that holds all variables of a monomial; -1 where none does. */
    int home(Monomial m) {
        int[] v = m.variables().indices().toArray();
        for (int i = 0; i < all.size(); i++) {
            TreeSet<Integer> group = all.get(i);
            if (Arrays.stream(v).allMatch(group::contains)) {
                return i;
            }
        }
        return -1;
    }
}
