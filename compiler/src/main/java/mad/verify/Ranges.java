package mad.verify;

import java.util.Arrays;
import java.util.List;

/** For each position of one variable the first and last position of another that no limit on the two forbids. */
final class Ranges {
    private Ranges() {}

    /** A variable of -1 has one position. */
    static int[][] of(Program program, int of, int by) {
        int count = of < 0 ? 1 : program.variables().get(of).count();
        int[][] ranges = new int[by < 0 ? 1 : program.variables().get(by).count()][];
        Arrays.setAll(ranges, i -> new int[] {0, count - 1});
        if (of < 0 || by < 0) {
            return ranges;
        }
        for (Program.Limit limit : program.limits()) {
            var variables = program.terms().get(limit.term()).variables();
            if (variables.cardinality() == 2 && variables.get(of) && variables.get(by)) {
                narrow(program, limit, of, by, ranges);
            }
        }
        return ranges;
    }

    private static void narrow(Program program, Program.Limit limit, int of, int by, int[][] ranges) {
        List<Domain> variables = program.variables();
        Interval[] box = new Interval[variables.size()];
        Values values = new Values(program);
        int[] reachable = Values.reachable(program, limit.term());
        for (int i = 0; i < ranges.length; i++) {
            box[by] = Interval.of(variables.get(by).value(i));
            int[] range = ranges[i];
            while (range[0] <= range[1]
                    && breaks(values, reachable, box, of, variables.get(of).value(range[0]), limit)) {
                range[0]++;
            }
            while (range[0] <= range[1]
                    && breaks(values, reachable, box, of, variables.get(of).value(range[1]), limit)) {
                range[1]--;
            }
        }
    }

    private static boolean breaks(
            Values values, int[] reachable, Interval[] box, int of, double value, Program.Limit limit) {
        box[of] = Interval.of(value);
        return values.at(reachable, box).and(limit.allowed()).isEmpty();
    }
}
