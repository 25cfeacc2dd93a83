package mad.solve;

import java.util.List;
import java.util.Optional;

/** The solvers there are. */
public final class Solvers {
    private static final List<Solver> ALL = List.of(new Exact(), new Annealing(), new Evolution());

    private Solvers() {}

    public static Solver standard() {
        return ALL.getFirst();
    }

    public static Optional<Solver> byName(String name) {
        return ALL.stream().filter(solver -> solver.name().equals(name)).findFirst();
    }

    /** In the order in which to offer them, the standard one first. */
    public static List<String> names() {
        return ALL.stream().map(Solver::name).toList();
    }
}
