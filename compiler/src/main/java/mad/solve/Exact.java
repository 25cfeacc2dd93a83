package mad.solve;

import java.util.ArrayList;
import java.util.List;
import mad.program.Constraint;
import mad.program.Interval;
import mad.program.Program;
import mad.solve.chain.Chain;
import mad.solve.chain.ChainSearch;

/**
 * Proven optima. Annealing finds a good design; branch and bound then proves it best, or finds better ones on the way. Programs that
 * are chains are bounded by Lagrangian dynamic programming, all others by interval propagation.
 */
public final class Exact implements Solver {
    private static final long PRIMAL = 400_000;

    private final long primal;

    public Exact() {
        this(PRIMAL);
    }

    /** @param primal evaluations of annealing before the proof begins */
    Exact(long primal) {
        this.primal = primal;
    }

    @Override
    public String name() {
        return "exact";
    }

    @Override
    public long usualWork() {
        return 1_000_000_000;
    }

    @Override
    public Result solve(
            Program program, Limits limits, Machine machine, Progress.Listener listener, CancelToken cancel) {
        Search search = new Search(name(), program, new Effort(limits, machine, cancel), listener);
        return search.run(lattice -> {
            Annealing.search(program, search, lattice, machine, primal);
            if (search.isOver()) {
                return;
            }
            if (Chain.of(program) instanceof Chain.Recognition.Recognised(Chain chain)) {
                prove(program, chain, search, lattice);
            } else {
                new BoxSearch(program, search, lattice).run();
            }
        });
    }

    private static void prove(Program program, Chain chain, Search search, Lattice lattice) {
        Visits visits = new Visits(program, search, lattice);
        if (!search.best().isFeasible() && !isFeasible(program, search, lattice, visits)) {
            return;
        }
        ChainGuide guide = new ChainGuide(program.objective().sense(), search, visits);
        if (new ChainSearch(chain, guide, search.effort().limits().gap())
                .run(positions(lattice, true), positions(lattice, false), visits.best())) {
            guide.exhausted();
        }
    }

    /** Looks for a feasible point where annealing found none: the same search, with every objective equal. */
    private static boolean isFeasible(Program program, Search search, Lattice lattice, Visits visits) {
        if (!(Chain.ofConstraints(program) instanceof Chain.Recognition.Recognised(Chain chain))) {
            return false;
        }
        boolean exhausted = new ChainSearch(chain, new FeasibilityGuide(search, visits), 0)
                .run(positions(lattice, true), positions(lattice, false), visits.best());
        if (exhausted && !search.best().isFeasible()) {
            search.infeasible(conflict(program));
        }
        return search.best().isFeasible();
    }

    private static Conflict conflict(Program program) {
        List<Constraint> rows = new ArrayList<>(program.constraints());
        rows.sort((a, b) -> Integer.compare(variables(b), variables(a)));
        Constraint broken = rows.removeFirst();
        double above = Math.nextUp(broken.bound() + broken.slack());
        return new Conflict(
                broken,
                new Interval(above, Math.max(above, broken.body().interval().hi())),
                rows);
    }

    private static int variables(Constraint constraint) {
        return constraint.body().variables().size();
    }

    static int[] positions(Lattice lattice, boolean first) {
        int[] positions = new int[lattice.variables()];
        for (int v = 0; v < positions.length; v++) {
            positions[v] = Math.toIntExact(first ? lattice.first(v) : lattice.last(v));
        }
        return positions;
    }
}
