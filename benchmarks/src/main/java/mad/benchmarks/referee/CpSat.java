package mad.benchmarks.referee;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import mad.program.Assignment;
import mad.program.Domain;

/** OR-Tools' CP-SAT with its usual portfolio of eight searches, on the program in whole numbers. */
record CpSat(int workers) implements Referee {
    @Override
    public String name() {
        return "CP-SAT";
    }

    @Override
    public void solve(Problem problem, double seconds, Trace trace) {
        Loader.loadNativeLibraries();
        FixedPoint said;
        try {
            said = new FixedPoint(problem.program());
        } catch (FixedPoint.Unsayable unsayable) {
            trace.end(unsayable.getMessage());
            return;
        }
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(workers);
        // a class of its own: native code looks for this very method, which a lambda does not have
        solver.setBestBoundCallback(new Consumer<Double>() {
            @Override
            public void accept(Double bound) {
                trace.proved(trace.now(), said.objective(bound));
            }
        });
        CpSolverStatus status = solver.solve(said.model(), new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                List<Double> values = IntStream.range(0, said.positions().size())
                        .mapToObj(i -> at(problem, i, value(said.positions().get(i))))
                        .toList();
                Assignment assignment = problem.snapped(values);
                problem.judge(assignment).ifPresentOrElse(v -> trace.found(trace.now(), v), trace::refused);
            }
        });
        if (status != CpSolverStatus.UNKNOWN) { // else it answers with zero
            trace.proved(trace.now(), said.objective(solver.bestObjectiveBound()));
        }
        trace.end(status.name().toLowerCase(Locale.ROOT));
    }

    private static double at(Problem problem, int variable, long position) {
        return ((Domain.Discrete) problem.program().variables().get(variable).domain()).value(position);
    }
}
