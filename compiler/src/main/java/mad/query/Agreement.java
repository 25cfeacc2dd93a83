package mad.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.lower.Lowered;
import mad.network.Assessment;
import mad.network.Instantiation;
import mad.network.Value;
import mad.program.Assignment;
import mad.program.Evaluation;
import org.jspecify.annotations.Nullable;

/** Compares what the program says of a design with what the concrete network says. They share no formula. */
record Agreement(Lowered.Lowering lowering, Assignment assignment) {
    private static final double TOLERANCE = 1e-9;

    /** Every quantity on which the two disagree; nothing where all is well. */
    List<String> with(Instantiation.Built built) {
        if (!(built.evaluator().assess() instanceof Assessment.Done done)) {
            return List.of("the network cannot be evaluated");
        }
        Map<String, Double> said = lowering.quantities(assignment);
        List<String> differences = new ArrayList<>();
        Evaluation program = Evaluation.of(lowering.program(), assignment);
        // By their place: two budgets may limit metrics of one name.
        for (int i = 0; i < done.limits().size(); i++) {
            Assessment.LimitValue limit = done.limits().get(i);
            double value = program.value(lowering.limits().get(i).value());
            compare(limit.limit().metric(), value, limit.value(), differences);
        }
        for (int i = 0; i < done.reports().size(); i++) {
            Assessment.ReportedValue reported = done.reports().get(i);
            if (reported.value() instanceof Value.Num num) {
                double value = program.value(lowering.reports().get(i).value());
                compare(reported.reported().name(), value, num.value(), differences);
            }
        }
        if (done.goal() != null) {
            compare("objective", said.get("objective"), done.goal().plain(), differences);
        }
        if (!done.feasible()) {
            differences.add("the network breaks a constraint that the program says it meets");
        }
        built.violations().forEach(v -> differences.add(v.message()));
        return differences;
    }

    private static void compare(String name, @Nullable Double said, double found, List<String> differences) {
        boolean same = said != null
                && (said.equals(found) || Math.abs(said - found) <= TOLERANCE * Math.max(1, Math.abs(found)));
        if (!same) {
            differences.add(name + " is " + said + " in the program and " + found + " on the layers");
        }
    }
}
