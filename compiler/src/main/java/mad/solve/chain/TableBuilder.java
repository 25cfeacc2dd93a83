package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mad.program.Constraint;
import mad.program.Term;
import mad.program.VariableSet;
import org.jspecify.annotations.Nullable;

/** Tabulates a cluster: finds the combinations that matter, drops those that conditions forbid, and fills in the quantities. */
final class TableBuilder {
    /** Numbers in all tables of a cluster, 64 MB. */
    private static final long MOST = 8_000_000;
    /** Variables with a larger domain are no switches. */
    private static final int SWITCH = 8;

    private static final int MOST_SWITCHES = 512;

    final int left;
    final int right;
    final int[] privates;
    final boolean[] ends;
    final Map<Integer, List<LocalFunction>> functions = new LinkedHashMap<>();
    final int lefts;
    final int rights;
    final List<int[]> choices = new ArrayList<>();

    private final Functions tables;
    private final List<Monomial> monomials;
    private final List<Constraint> local;
    private final List<LocalFunction> conditions;
    private final StringBuilder why;
    private final Set<Integer> switches = new TreeSet<>();
    private final int[] point;
    private final boolean fits;

    TableBuilder(
            List<Integer> group,
            int left,
            int right,
            List<Cluster.Part> parts,
            List<Constraint> local,
            Functions tables,
            StringBuilder why) {
        this.left = left;
        this.right = right;
        this.tables = tables;
        this.why = why;
        this.local = local.stream()
                .filter(c -> c.body().variables().indices().allMatch(group::contains))
                .filter(c -> LocalFunction.fits(c.body().variables(), tables))
                .toList();
        monomials = parts.stream().map(Cluster.Part::monomial).toList();
        privates = group.stream()
                .filter(v -> v != left && v != right)
                .mapToInt(v -> v)
                .toArray();
        lefts = left < 0 ? 1 : tables.size(left);
        rights = right < 0 ? 1 : tables.size(right);
        point = new int[tables.variables()];
        fits = parts.stream().allMatch(p -> LocalFunction.fits(p.monomial().variables(), tables));
        conditions =
                this.local.stream().map(c -> LocalFunction.of(c.body(), tables)).toList();
        findSwitches();
        ends = new boolean[privates.length];
        for (int k = 0; k < ends.length; k++) {
            int v = privates[k];
            boolean conditioned = this.local.stream()
                    .anyMatch(c -> c.body().variables().size() > 1
                            && c.body().variables().contains(v));
            ends[k] = tables.size(v) > 2
                    && !conditioned
                    && !switches.contains(v)
                    && LineCluster.isAffine(v, tables, monomials);
        }
        if (fits) {
            sum(parts);
        }
    }

    private void sum(List<Cluster.Part> parts) {
        Map<Integer, Map<VariableSet, List<Monomial>>> sorted = new LinkedHashMap<>();
        for (Cluster.Part part : parts) {
            sorted.computeIfAbsent(part.quantity(), q -> new LinkedHashMap<>())
                    .computeIfAbsent(part.monomial().variables(), v -> new ArrayList<>())
                    .add(part.monomial());
        }
        sorted.forEach((q, sums) -> functions.put(
                q, sums.values().stream().map(s -> LocalFunction.of(s, tables)).toList()));
    }

    private void findSwitches() {
        Set<Integer> found = new TreeSet<>();
        Set<Term> seen = new HashSet<>();
        monomials.forEach(m -> m.factors().forEach(f -> Activity.conditions(f, found, seen)));
        local.forEach(c -> Activity.conditions(c.body(), found, seen));
        double combinations = 1;
        for (int v : found) {
            boolean own = Arrays.stream(privates).anyMatch(p -> p == v);
            if (own && tables.size(v) <= SWITCH && combinations * tables.size(v) <= MOST_SWITCHES) {
                combinations *= tables.size(v);
                switches.add(v);
            }
        }
    }

    @Nullable
    Cluster build() {
        if (!fits) {
            why.append("a function of too many combinations");
            return null;
        }
        if (!enumerate()) {
            why.append("too many private choices between two shared variables");
            return null;
        }
        List<Integer> entries = new ArrayList<>();
        int[] start = new int[rights + 1];
        int stored = Math.max(1, functions.size());
        for (int x = 0; x < rights; x++) {
            start[x] = entries.size();
            set(right, x);
            for (int c = 0; c < choices.size(); c++) {
                write(choices.get(c));
                if (holds(false)) {
                    entries.add(c);
                }
            }
            if ((long) entries.size() * lefts * stored > MOST) {
                why.append("too many private choices between two shared variables");
                return null;
            }
        }
        start[rights] = entries.size();
        TableCluster cluster =
                new TableCluster(this, start, entries.stream().mapToInt(c -> c).toArray());
        return fill(cluster) ? cluster : null;
    }

    /** All combinations of the private variables that matter together; false for too many. */
    private boolean enumerate() {
        List<Map<Integer, Double>> known = new ArrayList<>(List.of(new HashMap<>()));
        for (int v : switches) {
            List<Map<Integer, Double>> next = new ArrayList<>();
            for (Map<Integer, Double> base : known) {
                for (int i = 0; i < tables.size(v); i++) {
                    Map<Integer, Double> more = new HashMap<>(base);
                    more.put(v, tables.value(v, i));
                    next.add(more);
                }
            }
            known = next;
        }
        List<Term> bodies = local.stream().map(Constraint::body).toList();
        for (Map<Integer, Double> switched : known) {
            Set<Integer> active = Activity.of(monomials, bodies, switched);
            if (!enumerate(0, new int[privates.length], switched, active)) {
                return false;
            }
        }
        return true;
    }

    private boolean enumerate(int k, int[] at, Map<Integer, Double> switched, Set<Integer> active) {
        if (k == at.length) {
            choices.add(at.clone());
            return (long) choices.size() * lefts <= MOST;
        }
        int v = privates[k];
        Double fixed = switched.get(v);
        int from = 0;
        int to = tables.size(v) - 1;
        if (fixed != null) {
            from = tables.position(v, fixed);
            to = from;
        } else if (!active.contains(v)) {
            from = -1;
            to = -1;
        }
        for (int i = from; i <= to; i++) {
            at[k] = i;
            if (!enumerate(k + 1, at, switched, active)) {
                return false;
            }
        }
        return true;
    }

    private void set(int variable, int position) {
        if (variable >= 0) {
            point[variable] = position;
        }
    }

    private void write(int[] choice) {
        for (int k = 0; k < choice.length; k++) {
            point[privates[k]] = Math.max(0, choice[k]);
        }
    }

    /** @param withLeft whether to ask the conditions that read the left variable, or the others */
    private boolean holds(boolean withLeft) {
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).reads(left) == withLeft
                    && LineCluster.breaks(local.get(i), conditions.get(i).at(point))) {
                return false;
            }
        }
        return true;
    }

    /** False where a quantity has no value. */
    private boolean fill(TableCluster cluster) {
        functions.forEach((q, parts) -> {
            if (parts.stream().anyMatch(f -> !f.reads(left))) {
                cluster.byEntry[q] = new double[cluster.choiceOf.length];
            }
            if (parts.stream().anyMatch(f -> f.reads(left))) {
                cluster.byCell[q] = new double[cluster.allowed.length];
            }
        });
        for (int x = 0; x < rights; x++) {
            set(right, x);
            for (int e = cluster.start[x]; e < cluster.start[x + 1]; e++) {
                write(choices.get(cluster.choiceOf[e]));
                if (!fill(cluster, e)) {
                    why.append("a quantity without a value somewhere");
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fill(TableCluster cluster, int e) {
        boolean finite = true;
        for (var quantity : functions.entrySet()) {
            double[] byEntry = cluster.byEntry[quantity.getKey()];
            double[] byCell = cluster.byCell[quantity.getKey()];
            for (LocalFunction f : quantity.getValue()) {
                if (byCell != null && f.reads(left)) {
                    for (int y = 0; y < lefts; y++) {
                        set(left, y);
                        byCell[e * lefts + y] += f.at(point);
                    }
                } else if (byEntry != null) {
                    byEntry[e] += f.at(point);
                }
            }
            finite &= byEntry == null || Double.isFinite(byEntry[e]);
        }
        for (int y = 0; y < lefts; y++) {
            set(left, y);
            cluster.allowed[e * lefts + y] = holds(true);
            for (double[] cells : cluster.byCell) {
                finite &= cells == null || !cluster.allowed[e * lefts + y] || Double.isFinite(cells[e * lefts + y]);
            }
        }
        return finite;
    }
}
