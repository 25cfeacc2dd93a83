package mad.solve;

import java.util.Arrays;
import mad.program.Program;

/** Points that a proof comes by: each is evaluated, and from some of them a descent starts. */
final class Visits {
    /** Evaluations of a descent, and the part of all work that descents may take. */
    private static final long DESCENT = 2000;

    private static final double SHARE = 0.15;
    /** Evaluations of the descent from a new incumbent. */
    private static final long POLISH = 20_000;

    private final Search search;
    private final IncrementalEvaluator evaluator;
    private final Energy energy;
    private final LocalSearch descent;
    private final mad.program.Objective.Sense sense;
    private final long before;
    private long descents;

    Visits(Program program, Search search, Lattice lattice) {
        this.search = search;
        this.sense = program.objective().sense();
        Instructions code = new Instructions(program);
        evaluator = new IncrementalEvaluator(code, lattice);
        energy = new Energy(program, lattice, evaluator);
        descent = new LocalSearch(
                lattice, new IncrementalEvaluator(code, lattice), energy, sense, search.effort()::isInterrupted);
        before = search.effort().evaluations();
    }

    /** The incumbent, or the least violated point. */
    int[] best() {
        return Arrays.stream(search.best().point()).mapToInt(Math::toIntExact).toArray();
    }

    void visit(int[] point) {
        visit(Arrays.stream(point).asLongStream().toArray());
    }

    void visit(long[] at) {
        evaluator.reset(at);
        Candidate seen = new Candidate(at, energy.violation(evaluator), evaluator.objective());
        if (seen.isBetter(search.best(), sense)) {
            search.found(seen, 1);
            descend(at, POLISH);
        } else if (descents < SHARE * (search.effort().evaluations() - before)) {
            descend(at, DESCENT);
        }
    }

    private void descend(long[] from, long budget) {
        Candidate local = descent.descend(from, budget);
        descents += budget;
        search.found(local, budget);
    }
}
