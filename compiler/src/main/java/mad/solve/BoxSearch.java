package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import mad.program.Domain;
import mad.program.Interval;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;
import mad.solve.proof.Proof;

/**
 * Branch and bound for programs of any form: boxes are narrowed by propagation, with the incumbent's objective as one more row,
 * and bounded by interval arithmetic and, where that does better, by a linear relaxation. Sound for all operations; slow where many
 * variables matter at once.
 */
final class BoxSearch {
    /** Terms that propagation may visit in a node. */
    private static final long WORK = 20_000;
    /** Terms up to which linear relaxations are tried; so many rows of one cost about as much as one evaluation. */
    private static final int LINEAR = 150;

    private static final int PIVOTS = 2;
    /** So many visits of terms cost about as much as one evaluation. */
    private static final long VISITS = 10;
    /** What a variable takes in an open box: an interval and its place in a list. */
    private static final long BYTES = 40;

    private final Program program;
    private final Proof proof;
    private final Search search;
    private final Lattice lattice;
    private final Visits visits;
    private final int sign;
    private final List<Row> rows;
    private final PriorityQueue<Node> open = new PriorityQueue<>(
            (a, b) -> a.bound != b.bound ? Double.compare(b.bound, a.bound) : Long.compare(a.number, b.number));
    private long nodes;
    /** The best bound of boxes too small to split. */
    private double left = Double.NEGATIVE_INFINITY;

    BoxSearch(Program program, Search search, Lattice lattice, Proof proof) {
        this.proof = proof;
        this.program = program;
        this.search = search;
        this.lattice = lattice;
        this.visits = new Visits(program, search, lattice);
        this.sign = program.objective().sense().sign();
        this.rows = IntStream.range(0, program.constraints().size())
                .mapToObj(i -> Row.of(program.constraints().get(i), i))
                .toList();
    }

    /** @param bound to be maximised, whatever the program's sense */
    private record Node(Box box, double bound, boolean linear, long number, int name) {}

    void run() {
        add(search.box(), Double.POSITIVE_INFINITY, program.terms().size() <= LINEAR, 0);
        while (!open.isEmpty() && search.effort().limit().isEmpty()) {
            Node node = open.poll();
            if (node.bound <= sign * search.enough()) {
                open.clear();
                break;
            }
            search.bound(sign * Math.max(node.bound, left));
            int v = widest(node.box);
            if (v >= 0) {
                split(node, v);
            } else if (!visitsDecide()) {
                left = Math.max(left, node.bound);
            }
        }
        if (open.isEmpty() && search.effort().limit().isEmpty()) {
            if (left <= sign * search.enough()) {
                search.exhausted();
                if (search.hasFeasible()) {
                    proof.finish(search.enough());
                }
            } else if (search.hasFeasible()) {
                search.bound(sign * left);
            }
        }
    }

    /** @param linear whether a linear relaxation has done better than intervals in the box around this one */
    private void add(Box box, double parent, boolean linear, int name) {
        List<Row> all = rows;
        if (search.hasFeasible()) {
            all = new ArrayList<>(rows);
            double value = search.best().objective();
            all.addFirst(new Row(
                    program.objective().term(),
                    program.objective().sense() == Objective.Sense.MAXIMIZE
                            ? new Interval(value, Double.POSITIVE_INFINITY)
                            : new Interval(Double.NEGATIVE_INFINITY, value),
                    -1));
        }
        search.effort().spend(1 + program.terms().size() / VISITS);
        search.effort().tree(1, open.size() * BYTES * program.variables().size());
        if (Propagation.narrow(program, box, all, WORK) instanceof Propagation.Narrowing.Kept(Box narrow)) {
            Interval objective =
                    Propagation.enclosure(program, program.objective().term(), narrow);
            double bound = Math.min(parent, sign > 0 ? objective.hi() : -objective.lo());
            visits.visit(middle(narrow));
            if (bound <= sign * search.enough()) {
                return;
            }
            boolean helps = false;
            if (linear) {
                double relaxed = relaxed(narrow);
                helps = relaxed < bound;
                bound = Math.min(bound, relaxed);
                if (bound <= sign * search.enough()) {
                    proof.waive("a linear relaxation closed a box, which a certificate cannot state yet");
                }
            }
            if (!(bound <= sign * search.enough())) {
                open.add(new Node(narrow, bound, helps, nodes++, name));
            }
        }
    }

    /** The bound of the linear relaxation, whose best point is visited. */
    private double relaxed(Box box) {
        LinearRelaxation relaxation = new LinearRelaxation(program, Propagation.enclosures(program, box));
        LinearBound bound =
                LinearBound.of(relaxation, relaxation.column(program.objective().term()), sign);
        search.effort().spend(1 + (relaxation.columns.size() + relaxation.rows.size()) / PIVOTS);
        if (bound.point() != null) {
            visits.visit(nearest(box, relaxation, bound.point()));
        }
        return bound.value();
    }

    /** The positions inside the box that are closest to a point of the relaxation. */
    private long[] nearest(Box box, LinearRelaxation relaxation, double[] point) {
        long[] nearest = middle(box);
        for (Term term : program.terms()) {
            if (term.operation() instanceof Operation.Value(Variable variable)) {
                int v = variable.index();
                nearest[v] = lattice.clamp(v, lattice.position(v, point[relaxation.column(term)]));
            }
        }
        return nearest;
    }

    private void split(Node node, int v) {
        Interval interval = node.box.get(v);
        switch (program.variables().get(v).domain()) {
            case Domain.Discrete domain -> {
                long lo = domain.indexOfNearest(interval.lo());
                long hi = domain.indexOfNearest(interval.hi());
                long at = lo + (hi - lo) / 2;
                int low = proof.split(node.name, v, domain.value(at));
                add(with(node.box, v, new Interval(domain.value(lo), domain.value(at))), node.bound, node.linear, low);
                add(
                        with(node.box, v, new Interval(domain.value(at + 1), domain.value(hi))),
                        node.bound,
                        node.linear,
                        low + 1);
            }
            case Domain.Reals reals -> {
                double at = interval.lo() + interval.width() / 2;
                int low = proof.split(node.name, v, at);
                add(with(node.box, v, new Interval(interval.lo(), at)), node.bound, node.linear, low);
                add(with(node.box, v, new Interval(at, interval.hi())), node.bound, node.linear, low + 1);
            }
        }
    }

    private static Box with(Box box, int v, Interval interval) {
        List<Interval> intervals = new ArrayList<>(box.intervals());
        intervals.set(v, interval);
        return new Box(intervals);
    }

    /** The variable with the largest part of its domain left; -1 where nothing can be split. */
    private int widest(Box box) {
        int widest = -1;
        double most = 0;
        for (Variable variable : program.variables()) {
            Interval domain = variable.domain().interval();
            Interval now = box.get(variable.index());
            double width = now.width() / Math.max(1e-300, domain.width());
            boolean splits = variable.domain() instanceof Domain.Discrete ? now.width() > 0 : width > 1e-9;
            if (splits && width > most) {
                most = width;
                widest = variable.index();
            }
        }
        return widest;
    }

    /** Whether a box that cannot be split is the very point that was visited: real variables may lie between positions of the lattice. */
    private boolean visitsDecide() {
        return program.variables().stream()
                .allMatch(v -> v.domain() instanceof Domain.Discrete
                        || v.domain().interval().width() == 0);
    }

    private long[] middle(Box box) {
        long[] middle = new long[lattice.variables()];
        for (int v = 0; v < middle.length; v++) {
            Interval interval = box.get(v);
            middle[v] = lattice.clamp(v, lattice.position(v, interval.lo() + interval.width() / 2));
        }
        return middle;
    }
}
