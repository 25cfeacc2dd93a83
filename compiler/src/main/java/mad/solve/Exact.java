package mad.solve;

import java.util.function.Function;
import mad.program.Program;
import mad.solve.chain.Chain;
import mad.solve.chain.ChainSearch;
import mad.solve.chain.Guide;
import mad.solve.proof.Proof;

/**
 * Proven optima. Annealing finds a good design; branch and bound then proves it best, or finds better ones on the way. Programs that
 * are chains are bounded by Lagrangian dynamic programming, all others by interval propagation.
 */
public final class Exact implements Solver {
    /** Evaluations of annealing before the proof begins; and where any feasible point will do, or a near one is known. */
    private static final long PRIMAL = 400_000;

    private static final long SHORT_PRIMAL = 40_000;

    private final long primal;
    private final Function<Program, Chain.Recognition> recognise;

    public Exact() {
        this(PRIMAL);
    }

    /** @param primal evaluations of annealing before the proof begins */
    Exact(long primal) {
        this(primal, Chain::of);
    }

    private Exact(long primal, Function<Program, Chain.Recognition> recognise) {
        this.primal = primal;
        this.recognise = recognise;
    }

    /** One that takes every program for no chain, so that the general path can be tested on programs that are chains. */
    static Exact general(long primal) {
        return new Exact(primal, program -> new Chain.Recognition.Refused("not asked"));
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
        return solve(program, limits, machine, listener, cancel, Proof.forgotten());
    }

    @Override
    public Result solve(
            Program program,
            Limits limits,
            Machine machine,
            Progress.Listener listener,
            CancelToken cancel,
            Proof proof) {
        Search search = new Search(name(), program, new Effort(limits, machine, cancel), listener);
        return search.run(lattice -> {
            Annealing.search(
                    program, search, lattice, machine, brief(limits) ? Math.min(primal, SHORT_PRIMAL) : primal);
            if (search.isOver()) {
                return;
            }
            if (limits.gap() == Double.POSITIVE_INFINITY
                    && Chain.ofConstraints(program) instanceof Chain.Recognition.Recognised(Chain chain)) {
                feasible(chain, search, new Visits(program, search, lattice), lattice, machine, proof);
                return;
            }
            if (recognise.apply(program) instanceof Chain.Recognition.Recognised(Chain chain)) {
                prove(program, chain, search, lattice, machine, proof);
            } else {
                new BoxSearch(program, search, lattice, proof).run();
            }
        });
    }

    /** Whether any feasible point will do, or a near one is known. */
    private static boolean brief(Limits limits) {
        return limits.gap() == Double.POSITIVE_INFINITY || !limits.starts().isEmpty();
    }

    private static void prove(
            Program program, Chain chain, Search search, Lattice lattice, Machine machine, Proof proof) {
        Visits visits = new Visits(program, search, lattice);
        if (!search.hasFeasible()
                && Chain.ofConstraints(program) instanceof Chain.Recognition.Recognised(Chain constraints)) {
            feasible(constraints, search, visits, lattice, machine, proof);
        }
        if (!search.hasFeasible() || search.isOver()) {
            return;
        }
        Guide guide = new ChainGuide(program.objective().sense(), search, visits);
        ChainSearch tree = new ChainSearch(chain, guide, machine.executor(), proof);
        boolean closed = run(tree, lattice, visits);
        search.multipliers(tree.slopes());
        if (closed) {
            search.exhausted();
            proof.finish(search.enough());
        }
    }

    private static boolean run(ChainSearch tree, Lattice lattice, Visits visits) {
        return tree.run(positions(lattice, true), positions(lattice, false), visits.best());
    }

    /** Looks for a feasible point where annealing found none, or proves that there is none. */
    private static void feasible(
            Chain chain, Search search, Visits visits, Lattice lattice, Machine machine, Proof proof) {
        ChainSearch tree = new ChainSearch(chain, new FeasibilityGuide(search, visits), machine.executor(), proof);
        if (run(tree, lattice, visits) && !search.hasFeasible()) {
            search.exhausted();
        }
    }

    private static int[] positions(Lattice lattice, boolean first) {
        int[] positions = new int[lattice.variables()];
        for (int v = 0; v < positions.length; v++) {
            positions[v] = Math.toIntExact(first ? lattice.first(v) : lattice.last(v));
        }
        return positions;
    }
}
