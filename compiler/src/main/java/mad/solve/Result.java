package mad.solve;

import java.util.List;
import java.util.Map;
import mad.program.Assignment;

/** The answer of a solver. A solution that is not there cannot be optimal: only {@link Solved} can carry a proof of optimality. */
public sealed interface Result {
    Statistics statistics();

    /**
     * A feasible point.
     *
     * @param bound no feasible point has a better objective
     * @param multipliers by constraint, where the relaxation of the whole program has one: the gain of its bound per unit of the
     *     constraint's, at least 0
     */
    record Solved(
            Incumbent incumbent,
            double bound,
            Map<String, Double> multipliers,
            Termination termination,
            Statistics statistics)
            implements Result {
        public Solved {
            multipliers = Map.copyOf(multipliers);
        }

        public Assignment assignment() {
            return incumbent.assignment();
        }

        public double objective() {
            return incumbent.objective();
        }

        /** See {@link Incumbent#gap}. */
        public double gap() {
            return incumbent.gap(bound);
        }
    }

    /** There is no feasible point, and this is why. */
    record Infeasible(Conflict conflict, Statistics statistics) implements Result {}

    /**
     * No feasible point was found, which does not mean that there is none.
     *
     * @param bound no feasible point has a better objective
     * @param leastViolated the point that came closest
     * @param violations what it breaks, in the program's order; empty when only the objective has no value there
     */
    record NothingFound(
            double bound,
            Assignment leastViolated,
            List<Violation> violations,
            Termination.Limit limit,
            Statistics statistics)
            implements Result {
        public NothingFound {
            violations = List.copyOf(violations);
        }
    }
}
