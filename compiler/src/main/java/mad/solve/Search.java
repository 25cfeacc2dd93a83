package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Evaluation;
import mad.program.Objective;
import mad.program.Program;

/**
 * What every heuristic does around its own loop: the bound at the root, the incumbent and its reports, and the result. Used
 * from the thread that called the solver only.
 */
final class Search {
    /** A bound is news when it closes this part of the gap. */
    private static final double REPORTED = 0.05;

    private final String method;
    private final Program program;
    private final Progress.Listener listener;
    private final Effort effort;

    private Box box;
    private Lattice lattice;
    private double bound;
    private Map<String, Double> multipliers = Map.of();
    private boolean tightened;
    private double reportedBound;
    private Optional<Candidate> best = Optional.empty();
    private Optional<Conflict> conflict = Optional.empty();

    Search(String method, Program program, Effort effort, Progress.Listener listener) {
        this.method = method;
        this.program = program;
        this.listener = listener;
        this.effort = effort;
        this.box = Box.of(program.variables());
        this.lattice = new Lattice(program.variables(), box);
    }

    /** Bounds the program, lets {@code heuristic} search the lattice that is left, and sums up. */
    Result run(Consumer<Lattice> heuristic) {
        switch (IntervalBound.root(program)) {
            case IntervalBound.Root.Closed(Conflict conflict) -> {
                return new Result.Infeasible(conflict, statistics());
            }
            case IntervalBound.Root.Open open -> {
                box = open.box();
                bound = open.bound();
                lattice = new Lattice(program.variables(), box);
            }
        }
        heuristic.accept(lattice);
        if (conflict.isPresent()) {
            return new Result.Infeasible(conflict.get(), statistics());
        }
        tighten();
        return result();
    }

    Effort effort() {
        return effort;
    }

    /** Whether a limit is reached or the gap is closed. */
    boolean isOver() {
        return effort.limit().isPresent() || isOptimal();
    }

    /** The least violated or best point so far. Only after something was {@link #found}. */
    Candidate best() {
        return best.orElseThrow();
    }

    boolean hasFeasible() {
        return incumbent().isPresent();
    }

    /** Takes note of a point and of the work it cost. */
    void found(Candidate candidate, long evaluations) {
        effort.spend(evaluations);
        if (best.isEmpty() || candidate.isBetter(best.get(), program.objective().sense())) {
            best = Optional.of(candidate);
            report();
        }
    }

    /** Probes for a better bound, once and when there is an incumbent: it takes longer than a first design may. */
    void tighten() {
        if (tightened || incumbent().isEmpty()) {
            return;
        }
        tightened = true;
        double tighter = IntervalBound.tighten(program, box, bound, best().objective(), effort::isInterrupted);
        if (tighter != bound) {
            bound = tighter;
            report();
        }
    }

    /** Takes note of a proof that no feasible point is better than {@code value}. */
    void bound(double value) {
        Objective.Sense sense = program.objective().sense();
        if (!sense.isBetter(bound, value)) {
            return;
        }
        bound = value;
        double open =
                incumbent().map(i -> Math.abs(reportedBound - i.objective())).orElse(Math.abs(reportedBound));
        if (!(Math.abs(reportedBound - bound) < REPORTED * open)) {
            report();
        }
    }

    /** Takes note of what constraints are worth by the relaxation that proves the bound; see {@link Result.Solved}. */
    void multipliers(Map<String, Double> values) {
        multipliers = values;
    }

    /** The box that propagation leaves. */
    Box box() {
        return box;
    }

    /** A bound of this or worse closes the gap; infinitely bad without an incumbent. */
    double enough() {
        int sign = program.objective().sense().sign();
        if (!hasFeasible()) {
            return sign * Double.NEGATIVE_INFINITY;
        }
        double objective = best().objective();
        // a little less than the gap, so that rounding does not leave it open
        return objective + sign * 0.999 * effort.limits().gap() * Math.max(1e-9, Math.abs(objective));
    }

    /** Takes note of a proof that nothing better than {@link #enough} is left. */
    void exhausted() {
        if (hasFeasible()) {
            bound(enough());
        } else if (!program.constraints().isEmpty()) {
            conflict = Optional.of(Conflict.ofAll(program));
        }
    }

    private void report() {
        reportedBound = bound;
        listener.on(new Progress(incumbent(), bound, effort.seconds(), effort.evaluations(), effort.nodes()));
    }

    private boolean isOptimal() {
        return incumbent().map(i -> i.gap(bound) <= effort.limits().gap()).orElse(false);
    }

    private Optional<Incumbent> incumbent() {
        return best.filter(Candidate::isFeasible)
                .map(candidate -> new Incumbent(lattice.assignment(candidate.point()), candidate.objective()));
    }

    private Result result() {
        Termination.Limit limit = effort.limit().orElse(Termination.Limit.WORK);
        if (incumbent().isPresent()) {
            Termination termination = isOptimal() ? Termination.Proof.OPTIMAL : limit;
            return new Result.Solved(incumbent().get(), bound, multipliers, termination, statistics());
        }
        Assignment nearest = lattice.assignment(best.map(Candidate::point).orElseGet(lattice::lowest));
        return new Result.NothingFound(bound, nearest, violations(nearest), limit, statistics());
    }

    private List<Violation> violations(Assignment assignment) {
        Evaluation evaluation = Evaluation.of(program, assignment);
        List<Violation> violations = new ArrayList<>();
        for (Constraint constraint : evaluation.violated()) {
            violations.add(
                    new Violation(constraint, evaluation.value(constraint.body()), evaluation.violation(constraint)));
        }
        return violations;
    }

    private Statistics statistics() {
        return new Statistics(method, effort.limits().seed(), effort.evaluations(), effort.seconds());
    }
}
