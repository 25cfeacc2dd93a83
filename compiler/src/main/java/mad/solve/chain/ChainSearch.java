package mad.solve.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import mad.solve.proof.Proof;
import org.jspecify.annotations.Nullable;

/** Best-first branch and bound over boxes of positions, bounded by {@link Dual}. */
public final class ChainSearch {
    /** Steps of the multipliers near the start, in the first round at the root, in its later rounds, and at a node. */
    private static final int NEAR_STEPS = 25;

    private static final int FIRST_STEPS = 2;
    private static final int ROUND_STEPS = 6;
    private static final int NODE_STEPS = 6;
    private static final int ROOT_ROUNDS = 4;
    /** Weights at which the carried quantity is tabulated. */
    private static final int ROOT_GRID = 5;

    private static final int GRID = 4;

    private final Chain chain;
    private final Guide guide;
    private final Dual dual;
    private final Branching branching;
    private final Proof proof;
    private final PriorityQueue<Node> open;
    private double bound = Double.POSITIVE_INFINITY;
    private long nodes;
    private Map<String, Double> slopes = Map.of();
    /** Boxes bounded since the caller was last asked. */
    private long bounds;

    public ChainSearch(Chain chain, Guide guide, Proof proof) {
        this.proof = proof;
        this.chain = chain;
        this.guide = guide;
        this.dual = new Dual(chain, guide.incumbent(), guide::isInterrupted);
        this.branching = new Branching(chain, dual);
        this.open = new PriorityQueue<>((a, b) -> a.bound.value() != b.bound.value()
                ? Double.compare(b.bound.value(), a.bound.value())
                : Long.compare(a.number, b.number));
    }

    /** A box with a bound; {@code number} makes the order of equal bounds that of creation, {@code box} is its name in the proof. */
    private record Node(int[] lo, int[] hi, Dual.Bound bound, long number, int box) {}

    /** Whether the box was searched through: nothing in it is better than the last incumbent, but for the gap. */
    public boolean run(int[] lowest, int[] highest, int[] point) {
        int[] start = chain.lift(point);
        int[] lo = Arrays.copyOf(lowest, start.length);
        int[] hi = Arrays.copyOf(highest, start.length);
        for (int v = lowest.length; v < start.length; v++) {
            hi[v] = chain.functions.size(v) - 1;
        }
        begin(lo, hi);
        Multipliers multipliers = dual.start(start);
        List<Master.Point> points = List.of(dual.point(start));
        int[] nearLo = lo.clone();
        int[] nearHi = hi.clone();
        for (int v = 0; v < lo.length; v++) {
            int reach = Math.max(2, (hi[v] - lo[v]) / 12);
            nearLo[v] = Math.max(lo[v], Math.min(hi[v], start[v] - reach));
            nearHi[v] = Math.min(hi[v], Math.max(lo[v], start[v] + reach));
        }
        Dual.Bound near = dual.improve(nearLo, nearHi, multipliers, points, NEAR_STEPS, GRID, guide.target());
        multipliers = near.multipliers();
        points = near.points();
        for (int round = 0; round < ROOT_ROUNDS; round++) {
            Dual.Bound root =
                    bounded(0, lo, hi, multipliers, points, round == 0 ? FIRST_STEPS : ROUND_STEPS, ROOT_GRID);
            if (!goOn()) {
                return false;
            }
            if (root == null) {
                return true;
            }
            boolean last = round == ROOT_ROUNDS - 1 || bound - root.value() < 0.02 * (bound - guide.target());
            raiseBound(root.value());
            multipliers = root.multipliers();
            points = root.points();
            if (last) {
                open.add(new Node(lo, hi, root, nodes++, 0));
                break;
            }
        }
        while (!open.isEmpty()) {
            Node node = open.poll();
            raiseBound(Math.max(node.bound.value(), guide.target()));
            if (node.bound.value() <= guide.target()) {
                close(node);
                open.forEach(this::close);
                break;
            }
            split(node);
            if (!goOn()) {
                return false;
            }
        }
        return true;
    }

    /** By constraint that has a multiplier: what the bound of the whole box gains per unit of the constraint's bound, at first. */
    public Map<String, Double> slopes() {
        return slopes;
    }

    private boolean goOn() {
        long looked = bounds;
        bounds = 0;
        return guide.goOn(dual.work(), looked, open.size() * chain.nodeBytes());
    }

    private void visit(int[] point) {
        guide.visit(Arrays.copyOf(point, chain.decisions()));
    }

    private void raiseBound(double value) {
        if (value < bound) {
            bound = value;
            guide.bound(bound);
        }
    }

    private void split(Node node) {
        int v = branching.variable(node.lo, node.hi, node.bound);
        if (v < 0) {
            visit(node.lo);
            return;
        }
        int at = Branching.position(node.lo[v], node.hi[v], Branching.mean(v, node.bound));
        int[] hi = node.hi.clone();
        hi[v] = at;
        int low = proof.split(node.box, v, chain.functions.value(v, at));
        add(low, node.lo.clone(), hi, node);
        int[] lo = node.lo.clone();
        lo[v] = at + 1;
        add(low + 1, lo, node.hi.clone(), node);
    }

    private void add(int box, int[] lo, int[] hi, Node parent) {
        Dual.Bound bound = bounded(box, lo, hi, parent.bound.multipliers(), parent.bound.points(), NODE_STEPS, GRID);
        if (bound != null) {
            open.add(new Node(lo, hi, bound, nodes++, box));
        }
    }

    /** The bound of a box that it then trims; null where nothing in it is wanted. */
    private Dual.@Nullable Bound bounded(
            int box, int[] lo, int[] hi, Multipliers start, List<Master.Point> points, int steps, int grid) {
        int[] lowest = lo.clone();
        int[] highest = hi.clone();
        bounds++;
        Dual.Bound bound = dual.improve(lo, hi, start, points, steps, grid, guide.target());
        for (Master.Point p : bound.points()) {
            if (!points.contains(p) && p.objective() > guide.incumbent()) {
                visit(p.at());
            }
        }
        if (box == 0) {
            slopes = bound.multipliers().slopes(chain.rows);
        }
        Proof.Relaxation relaxation = bound.multipliers().asProof(chain, grid);
        if (bound.value() <= guide.target() || dual.trim(lo, hi, bound.multipliers(), grid, guide.target())) {
            proof.add(new Proof.Step.Close(box, relaxation));
            return null;
        }
        keep(box, lowest, highest, lo, hi, relaxation);
        return bound;
    }

    private void close(Node node) {
        proof.add(new Proof.Step.Close(node.box, node.bound.multipliers().asProof(chain, GRID)));
    }

    private void keep(int box, int[] lowest, int[] highest, int[] lo, int[] hi, Proof.@Nullable Relaxation relaxation) {
        List<Proof.Side> sides = new ArrayList<>();
        for (int v = 0; v < lo.length; v++) {
            if (lo[v] > lowest[v] || hi[v] < highest[v]) {
                sides.add(new Proof.Side(v, chain.functions.value(v, lo[v]), chain.functions.value(v, hi[v])));
            }
        }
        if (!sides.isEmpty()) {
            proof.add(new Proof.Step.Keep(box, sides, relaxation));
        }
    }

    /** The proof begins with the box that is searched; what lies outside it propagation has closed. */
    private void begin(int[] lo, int[] hi) {
        String unstated = chain.unstated();
        if (unstated != null) {
            proof.waive(unstated + ", for which there is no certificate yet");
        } else {
            proof.begin(chain.line());
            keep(0, whole(false), whole(true), lo, hi, null);
        }
    }

    private int[] whole(boolean last) {
        int[] ends = new int[chain.program.variables().size()];
        for (int v = 0; v < ends.length; v++) {
            ends[v] = last ? chain.functions.size(v) - 1 : 0;
        }
        return ends;
    }
}
