package mad.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boxes that a proof left open so far. A box is split in two, loses the outside of a smaller one, or is closed; all that it loses and
 * all that is closed must have no feasible design better than the bound. What is open in the end is closed by propagation alone.
 */
final class Tree {
    /** Splits of its own that the checker makes where propagation does not close a box at once, in all boxes together. */
    private static final int OWN_SPLITS = 1_000;

    private final Program program;
    private final double bound;
    private final Propagation propagation;
    private final Map<Integer, Interval[]> open = new HashMap<>();
    private @Nullable Chain chain;
    private @Nullable ChainBound chainBound;
    private int splits = OWN_SPLITS;
    private long closed;

    /** @param bound NaN where no design is claimed to be feasible */
    Tree(Program program, double bound) {
        this.program = program;
        this.bound = bound;
        double better = program.maximize() ? Math.nextUp(bound) : Math.nextDown(bound);
        this.propagation = new Propagation(
                program,
                Double.isNaN(bound)
                        ? Interval.ALL
                        : program.maximize()
                                ? new Interval(better, Double.POSITIVE_INFINITY)
                                : new Interval(Double.NEGATIVE_INFINITY, better));
        open.put(0, program.whole());
    }

    long closed() {
        return closed;
    }

    void step(Json step) {
        if (step.has("chain")) {
            chain = new Chain(program, step.get("chain"), !Double.isNaN(bound));
            chainBound = new ChainBound(program, chain);
            return;
        }
        int node = step.get("node").whole();
        Interval[] box = open.get(node);
        if (box == null) {
            throw new Refused("box " + node + " is not open");
        }
        if (step.has("split")) {
            split(box, step, node);
        } else if (step.has("keep")) {
            open.put(node, keep(box, step, node));
        } else {
            open.remove(node);
            close(box, Bounding.read(step, this), "box " + node);
        }
    }

    void finish() {
        open.forEach((node, box) -> close(box, null, "box " + node));
    }

    /** A bound by multipliers: of one relaxation, with so many weights in a table. */
    private record Bounding(Relaxation relaxation, int grid) {
        static @Nullable Bounding read(Json step, Tree tree) {
            if (!step.has("by")) {
                return null;
            }
            if (tree.chain == null) {
                throw new Refused("multipliers without a chain");
            }
            int grid = step.get("grid").whole();
            if (grid < 2 || grid > 64) {
                throw new Refused("tables of " + grid + " weights");
            }
            return new Bounding(
                    Relaxation.read(step.get("by"), tree.chain.rows, tree.chain.shares, !Double.isNaN(tree.bound)),
                    grid);
        }
    }

    private void split(Interval[] box, Json step, int node) {
        int v = variable(step.get("split"));
        double at = step.get("at").number();
        int[] into = step.get("into").wholes();
        Domain domain = program.variables().get(v);
        open.remove(node);
        if (into.length != 2 || into[0] == into[1] || open.containsKey(into[0]) || open.containsKey(into[1])) {
            throw new Refused("box " + node + " is not split into two new ones");
        }
        // Real values end one part and begin the other; between two discrete ones lies nothing.
        double next = domain.isReal()
                ? at
                : domain.first(Math.nextUp(at)) < domain.count()
                        ? domain.value(domain.first(Math.nextUp(at)))
                        : Double.POSITIVE_INFINITY;
        open.put(into[0], with(box, v, box[v].and(new Interval(Double.NEGATIVE_INFINITY, at))));
        open.put(into[1], with(box, v, box[v].and(new Interval(next, Double.POSITIVE_INFINITY))));
    }

    private int variable(Json json) {
        int v = json.whole();
        if (v < 0 || v >= program.variables().size()) {
            throw new Refused("there is no variable " + v);
        }
        return v;
    }

    private static Interval[] with(Interval[] box, int v, Interval side) {
        Interval[] changed = box.clone();
        changed[v] = side;
        return changed;
    }

    /** Whether no value of some variable is left. */
    private boolean isEmpty(Interval[] box) {
        for (int v = 0; v < box.length; v++) {
            if (program.variables().get(v).within(box[v]).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Closes what a box has outside a smaller one: all at once where the multipliers do, else slice by slice. */
    private Interval[] keep(Interval[] box, Json step, int node) {
        if (isEmpty(box)) {
            return box;
        }
        Interval[] kept = box.clone();
        List<Interval[]> parts = new ArrayList<>();
        List<ChainBound.Slice> slices = new ArrayList<>();
        for (Json side : step.get("keep").list()) {
            List<Json> ends = side.list(3);
            int v = variable(ends.get(0));
            Domain domain = program.variables().get(v);
            Interval smaller = domain.within(
                    box[v].and(new Interval(ends.get(1).number(), ends.get(2).number())));
            if (smaller.isEmpty()) {
                throw new Refused("box " + node + " keeps nothing; it should be closed");
            }
            for (Interval slice : outside(domain, box[v], smaller)) {
                if (!slice.isEmpty()) {
                    parts.add(with(box, v, slice));
                    slices.add(new ChainBound.Slice(v, domain.first(slice.lo()), domain.last(slice.hi())));
                }
            }
            kept[v] = smaller;
        }
        Bounding bounding = Bounding.read(step, this);
        if (bounding != null) {
            over(box, bounding);
            if (isClosed(chainBound().within(slices))) {
                closed += slices.size();
                return kept;
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            int v = slices.get(i).variable();
            Interval slice = parts.get(i)[v];
            String name = "a slice of box " + node + ", "
                    + program.variables().get(v).name() + " in " + slice.lo() + " .. " + slice.hi() + ",";
            close(parts.get(i), bounding, name);
        }
        return kept;
    }

    private static List<Interval> outside(Domain domain, Interval whole, Interval inner) {
        Interval below = new Interval(whole.lo(), domain.isReal() ? inner.lo() : Math.nextDown(inner.lo()));
        Interval above = new Interval(domain.isReal() ? inner.hi() : Math.nextUp(inner.hi()), whole.hi());
        return List.of(
                whole.lo() < inner.lo() ? domain.within(below) : Interval.EMPTY,
                whole.hi() > inner.hi() ? domain.within(above) : Interval.EMPTY);
    }

    private void close(Interval[] box, @Nullable Bounding bounding, String name) {
        if (isEmpty(box)) {
            return;
        }
        double value = bounding == null ? Double.NaN : over(box, bounding);
        if (isClosed(value)) {
            closed++;
            return;
        }
        Interval[] narrow = box.clone();
        if (!propagation.narrow(narrow)) {
            closed++;
            return;
        }
        int v = widest(narrow);
        if (v < 0 || bounding != null || splits-- <= 0) {
            String what = Double.isNaN(bound)
                    ? "does not show that nothing in it is feasible"
                    : "may hold designs better than " + bound;
            throw new Refused(name + " " + what
                    + (Double.isNaN(value) ? "" : ", up to " + (program.maximize() ? value : -value)));
        }
        Domain domain = program.variables().get(v);
        double middle = domain.isReal()
                ? narrow[v].middle()
                : domain.value((domain.first(narrow[v].lo()) + domain.last(narrow[v].hi())) / 2);
        Interval low = narrow[v].and(new Interval(Double.NEGATIVE_INFINITY, middle));
        close(with(narrow, v, low), null, name);
        outside(domain, narrow[v], low).forEach(rest -> close(with(narrow, v, rest), null, name));
    }

    /** The variable with the largest part of its domain left, -1 where none can be split. */
    private int widest(Interval[] box) {
        int widest = -1;
        double most = 0;
        for (int v = 0; v < box.length; v++) {
            Interval whole = program.variables().get(v).whole();
            double width = (box[v].hi() - box[v].lo()) / Math.max(Double.MIN_NORMAL, whole.hi() - whole.lo());
            if (width > most && (!program.variables().get(v).isReal() || width > 1e-9)) {
                most = width;
                widest = v;
            }
        }
        return widest;
    }

    /** Bounds by multipliers are of what is maximised: without an objective, a feasible design would reach 0. */
    private boolean isClosed(double value) {
        double most = program.maximize() ? bound : -bound;
        return Double.isNaN(bound) ? value < 0 : value <= most;
    }

    private double over(Interval[] box, Bounding bounding) {
        int[] lo = new int[box.length];
        int[] hi = new int[box.length];
        for (int v = 0; v < box.length; v++) {
            lo[v] = program.variables().get(v).first(box[v].lo());
            hi[v] = program.variables().get(v).last(box[v].hi());
        }
        return chainBound().over(lo, hi, bounding.relaxation, bounding.grid);
    }

    private ChainBound chainBound() {
        if (chainBound == null) {
            throw new Refused("multipliers without a chain");
        }
        return chainBound;
    }
}
