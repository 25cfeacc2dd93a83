package mad.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mad.lower.Lowered;
import mad.model.Definition;
import mad.network.Instantiation;
import mad.network.PlacedPart;
import mad.program.Constraint;
import mad.program.Objective;
import mad.program.Program;
import mad.solve.CancelToken;
import mad.solve.Limits;
import mad.solve.Machine;
import mad.solve.Progress;
import mad.solve.Result;
import mad.solve.Solvers;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the network of a space that spends least on one limit, all other limits left aside, to say in numbers why a budget
 * cannot be met.
 *
 * @param build the concrete network of some decisions
 */
record Smallest(
        Definition.Design design,
        Lowered.Lowering lowering,
        Machine machine,
        CancelToken cancel,
        Function<Map<String, Double>, Instantiation> build) {
    private static final Limits EFFORT = new Limits(1, 200_000, 5, 1e-9);

    /** @param shares of the parts that spend most: {@code s4: 61 %, s5: 20 %} */
    record Extreme(double value, String shares) {}

    /** The extreme network of {@code limit}, whose constraint is {@code broken}; null where the search finds none. */
    @Nullable
    Extreme of(Definition.Limit limit, Constraint broken) {
        List<Constraint> others = lowering.program().constraints().stream()
                .filter(c -> design.limits().stream()
                        .noneMatch(l -> l.span().equals(c.origin().span())))
                .toList();
        Objective least = new Objective(Objective.Sense.MINIMIZE, broken.body(), broken.origin());
        Program program = new Program(design.name(), lowering.program().variables(), least, others, List.of());
        Result result = Solvers.standard().solve(program, EFFORT, machine, Progress.Listener.silent(), cancel);
        return result instanceof Result.Solved solved
                        && build.apply(lowering.decisions(solved.assignment())) instanceof Instantiation.Built built
                ? new Extreme(Math.abs(solved.objective()), shares(limit, built))
                : null;
    }

    private static String shares(Definition.Limit limit, Instantiation.Built built) {
        double whole = ReportBuilder.number(built.evaluator().evaluate(limit.value()));
        record Share(String name, double share) {}
        return built.network().parts().stream()
                .filter(part -> !part.layers().isEmpty())
                .map(part -> new Share(part.name(), share(limit, built, part) / whole))
                .filter(s -> s.share() >= 0.01)
                .sorted(Comparator.comparingDouble(Share::share).reversed())
                .limit(3)
                .map(s -> s.name() + ": " + Math.round(100 * s.share()) + " %")
                .collect(Collectors.joining(", "));
    }

    private static double share(Definition.Limit limit, Instantiation.Built built, PlacedPart part) {
        return ReportBuilder.number(built.evaluator().evaluate(limit.value(), part));
    }
}
