package mad.benchmarks.referee;

import java.util.ArrayList;
import java.util.List;
import mad.benchmarks.Plot;

/** How far designs and bounds are from the optimum, over time: one colour a solver, its designs solid, its bounds dashed. The optimum is the first solver's best. */
final class OverTime {
    private static final double SOONEST = 0.02;
    /** In percent: what is nearer is drawn here. It is the gap at which a proof ends. */
    private static final double NEAREST = 1e-4;

    private OverTime() {}

    static String svg(String title, List<Trace> traces) {
        Plot plot = new Plot(
                title,
                "seconds since the solver had the program",
                "distance from the optimum in percent: designs (solid) and bounds (dashed); a proof ends at 0.0001");
        double optimum = traces.getFirst().objective();
        double end = traces.stream().mapToDouble(Trace::ended).max().orElse(1);
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            boolean proved = i == 0;
            add(plot, trace.solver(), trace.designs(), optimum, proved ? trace.ended() : end, i, false);
            add(plot, trace.solver() + ", bound", trace.bounds(), optimum, proved ? trace.ended() : end, i, true);
        }
        return plot.svg();
    }

    private static void add(
            Plot plot, String name, List<Trace.Point> points, double optimum, double end, int colour, boolean dashed) {
        if (points.isEmpty() || Double.isNaN(optimum)) {
            return;
        }
        List<double[]> drawn = new ArrayList<>();
        for (Trace.Point point : points) {
            double percent = 100 * Math.abs(point.value() - optimum) / Math.abs(optimum);
            drawn.add(new double[] {Math.max(SOONEST, point.seconds()), Math.max(NEAREST, percent)});
        }
        double last = drawn.getLast()[0];
        drawn.add(new double[] {Math.max(end, last), drawn.getLast()[1]});
        plot.add(name, drawn, colour, dashed, true);
    }
}
