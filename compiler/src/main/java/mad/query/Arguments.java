package mad.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Value;

/** The arguments that a check, sweep or frontier gives to its design. */
final class Arguments {
    private Arguments() {}

    /** By name; those that are no numbers are left out. */
    static Map<String, Double> of(Definition.Design design, List<Expression> args) {
        Map<String, Double> arguments = new LinkedHashMap<>();
        List<Parameter> parameters = design.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (Evaluator.constant(args.get(i)) instanceof Evaluation.Known(Value.Num(double value))) {
                arguments.put(parameters.get(i).name(), value);
            }
        }
        return arguments;
    }
}
