package mad.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.program.Assignment;
import mad.program.Program;
import mad.program.Variable;

/** Points of one program as starts for another whose variables have the same names. */
final class Points {
    private Points() {}

    static Map<String, Double> of(Program program, Assignment assignment) {
        Map<String, Double> values = new LinkedHashMap<>();
        program.variables().forEach(variable -> values.put(variable.name(), assignment.value(variable)));
        return values;
    }

    /** The nearest point of a program; a variable that the other has not takes its smallest value. */
    static Assignment in(Program program, Map<String, Double> point) {
        List<Variable> variables = program.variables();
        double[] values = new double[variables.size()];
        for (Variable variable : variables) {
            Double value = point.get(variable.name());
            values[variable.index()] =
                    value == null ? variable.domain().min() : variable.domain().nearest(value);
        }
        return Assignment.of(values);
    }
}
