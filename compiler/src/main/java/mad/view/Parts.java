package mad.view;

import java.util.ArrayList;
import java.util.List;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Operator;
import mad.network.Assessment;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Value;
import mad.query.Snapshot;
import mad.query.Units;

/** The terms of an objective that is a sum, each with its sign. */
record Parts(Snapshot snapshot, Evaluator evaluator) {
    List<View.Part> of(Definition.Goal goal) {
        List<View.Part> parts = new ArrayList<>();
        collect(goal.value(), 1, parts);
        if (evaluator.assess() instanceof Assessment.Done done && done.goal() != null) {
            double penalties = done.goal().value() - done.goal().plain();
            if (penalties != 0) {
                parts.add(new View.Part(
                        "preferences", penalties, Units.symbol(goal.value().type())));
            }
        }
        boolean known = parts.stream().allMatch(part -> Double.isFinite(part.value()));
        return parts.size() > 1 && known ? parts : List.of();
    }

    private void collect(Expression term, int sign, List<View.Part> parts) {
        if (term instanceof Expression.Apply sum
                && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUBTRACT)) {
            collect(sum.args().get(0), sign, parts);
            collect(sum.args().get(1), sum.operator() == Operator.ADD ? sign : -sign, parts);
        } else if (term instanceof Expression.Apply apply && apply.operator() == Operator.NEGATE) {
            collect(apply.args().getFirst(), -sign, parts);
        } else {
            double value = evaluator.evaluate(term) instanceof Evaluation.Known(Value.Num(double number))
                    ? number
                    : Double.NaN;
            String name = snapshot.text(term.span()).replaceAll("\\s+", " ").strip();
            parts.add(new View.Part(name, sign * value, Units.symbol(term.type())));
        }
    }
}
