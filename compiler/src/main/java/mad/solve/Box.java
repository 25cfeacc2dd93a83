package mad.solve;

import java.util.List;
import mad.program.Interval;
import mad.program.Variable;

/** One interval per variable, by index. */
public record Box(List<Interval> intervals) {
    public Box {
        intervals = List.copyOf(intervals);
    }

    /** The box of the domains. */
    public static Box of(List<Variable> variables) {
        return new Box(variables.stream().map(v -> v.domain().interval()).toList());
    }

    public Interval get(int variable) {
        return intervals.get(variable);
    }
}
