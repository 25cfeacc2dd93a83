package mad.query;

import java.util.HashMap;
import java.util.Map;
import mad.program.Constraint;
import mad.program.Program;
import mad.program.ProgramPrinter;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of a solved program are worth at the margin.
 *
 * @param program null where nothing was solved
 * @param multipliers by constraint that has one: see {@link mad.solve.Result.Solved}
 */
public record Slopes(@Nullable Program program, Map<String, Double> multipliers) {
    static final Slopes UNKNOWN = new Slopes(null, Map.of());

    /**
     * The gain that the multipliers promise where the program becomes {@code other}, which differs in bounds of constraints; NaN
     * where it differs in more, or in a bound that has no multiplier.
     */
    double gain(Slopes other) {
        if (program == null || other.program == null || multipliers.isEmpty()) {
            return Double.NaN;
        }
        Map<String, Double> bounds = new HashMap<>();
        program.constraints().forEach(c -> bounds.put(c.name(), c.bound()));
        double gain = 0;
        boolean differs = false;
        for (Constraint constraint : other.program.constraints()) {
            double more = constraint.bound() - bounds.getOrDefault(constraint.name(), Double.NaN);
            if (more != 0) {
                differs = true;
                gain += more * multipliers.getOrDefault(constraint.name(), Double.NaN);
            }
        }
        boolean same = differs || ProgramPrinter.print(program).equals(ProgramPrinter.print(other.program));
        return same ? gain : Double.NaN;
    }
}
