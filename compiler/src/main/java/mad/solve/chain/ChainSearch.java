package mad.solve.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
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
    /** Each bounds boxes by itself, in a thread of its own. */
    private final List<Dual> duals;

    private final Executor executor;
    private final Branching branching;
    private final ProofWriter proof;
    private final PriorityQueue<Node> open;
    private double bound = Double.POSITIVE_INFINITY;
    private long nodes;
    private Map<String, Double> slopes = Map.of();
    /** Boxes bounded since the caller was last asked. */
    private long bounds;

    /** @param executor runs units of work; which threads do them makes no difference to the answer */
    public ChainSearch(Chain chain, Guide guide, Executor executor, Proof proof) {
        this.proof = new ProofWriter(chain, proof);
        this.executor = executor;
        this.chain = chain;
        this.guide = guide;
        this.duals = Stream.generate(() -> new Dual(chain, guide.incumbent(), guide::isInterrupted))
                .limit(2)
                .toList();
        this.branching = new Branching(chain, duals.getFirst());
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
        proof.begin(lo, hi);
        Dual dual = duals.getFirst();
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
            int steps = round == 0 ? FIRST_STEPS : ROUND_STEPS;
            Dual.Bound root =
                    concluded(examined(dual, 0, lo, hi, multipliers, points, steps, ROOT_GRID, guide.target()));
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
                open.add(node);
                open.forEach(n -> proof.close(n.box, n.bound.multipliers(), GRID));
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
        return guide.goOn(duals.stream().mapToLong(Dual::work).sum(), looked, open.size() * chain.nodeBytes());
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
        int low = proof.split(node.box, v, at);
        int[] hi = node.hi.clone();
        hi[v] = at;
        int[] lo = node.lo.clone();
        lo[v] = at + 1;
        double target = guide.target();
        List<Deferred<Examined>> halves = List.of(
                examined(duals.getFirst(), low, node.lo.clone(), hi, node, target),
                examined(duals.getLast(), low + 1, lo, node.hi.clone(), node, target));
        halves.forEach(executor::execute);
        for (Deferred<Examined> half : halves) {
            Examined box = half.take();
            Dual.Bound bound = concluded(box);
            if (bound != null) {
                open.add(new Node(box.lo, box.hi, bound, nodes++, box.box));
            }
        }
    }

    private static Deferred<Examined> examined(Dual dual, int box, int[] lo, int[] hi, Node parent, double target) {
        Dual.Bound above = parent.bound;
        return new Deferred<>(
                () -> examined(dual, box, lo, hi, above.multipliers(), above.points(), NODE_STEPS, GRID, target));
    }

    /**
     * A box with its bound, trimmed to {@code lo} and {@code hi}.
     *
     * @param known points that were known before
     * @param closed whether nothing in it is above the target
     */
    private record Examined(
            int box,
            int[] lowest,
            int[] highest,
            int[] lo,
            int[] hi,
            List<Master.Point> known,
            Dual.Bound bound,
            int grid,
            boolean closed) {}

    private static Examined examined(
            Dual dual,
            int box,
            int[] lo,
            int[] hi,
            Multipliers start,
            List<Master.Point> known,
            int steps,
            int grid,
            double target) {
        int[] lowest = lo.clone();
        int[] highest = hi.clone();
        Dual.Bound bound = dual.improve(lo, hi, start, known, steps, grid, target);
        boolean closed = bound.value() <= target || dual.trim(lo, hi, bound.multipliers(), grid, target);
        return new Examined(box, lowest, highest, lo, hi, known, bound, grid, closed);
    }

    /** Takes note of what was seen in a box; null where nothing in it is wanted. */
    private Dual.@Nullable Bound concluded(Examined box) {
        bounds++;
        Dual.Bound bound = box.bound;
        for (Master.Point p : bound.points()) {
            if (!box.known.contains(p) && p.objective() > guide.incumbent()) {
                visit(p.at());
            }
        }
        Multipliers multipliers = bound.multipliers();
        if (box.box == 0) {
            slopes = multipliers.slopes(chain.rows);
        }
        if (box.closed || bound.value() <= guide.target()) {
            proof.close(box.box, multipliers, box.grid);
            return null;
        }
        proof.keep(box.box, box.lowest, box.highest, box.lo, box.hi, multipliers.asProof(chain, box.grid));
        return bound;
    }
}
