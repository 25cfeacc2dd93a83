package mad.benchmarks.referee;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How far designs and bounds are from the optimum, over time, both axes logarithmic: one colour a solver, its designs solid, its bounds dashed. The optimum is
 * the first solver's, who has proved it.
 */
final class OverTime {
    private static final List<Color> COLOURS =
            List.of(new Color(0x0b6e4f), new Color(0xd1495b), new Color(0x30638e), new Color(0xedae49));
    private static final double SOONEST = 0.01;
    /** In percent: what is nearer is drawn here. */
    private static final double NEAREST = 1e-4;

    private OverTime() {}

    static String svg(String title, List<Trace> traces) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(480)
                .title(title + ": distance from the proven optimum")
                .xAxisTitle("seconds")
                .yAxisTitle("%")
                .build();
        style(chart.getStyler());
        double optimum = traces.getFirst().objective();
        double end = traces.stream().mapToDouble(Trace::ended).max().orElse(1);
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            add(chart, trace.solver() + ", designs", trace.designs(), optimum, end, COLOURS.get(i), false);
            add(chart, trace.solver() + ", bound", trace.bounds(), optimum, end, COLOURS.get(i), true);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void style(org.knowm.xchart.style.XYStyler styler) {
        styler.setXAxisLogarithmic(true);
        styler.setYAxisLogarithmic(true);
        styler.setYAxisMin(NEAREST);
        styler.setXAxisMin(SOONEST);
        styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step);
        styler.setLocale(Locale.ROOT);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(new Color(0xe6e6e6));
        styler.setPlotBorderVisible(false);
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    private static void add(
            XYChart chart, String name, List<Trace.Point> points, double optimum, double end, Color colour, boolean dashed) {
        if (points.isEmpty() || Double.isNaN(optimum)) {
            return;
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        for (Trace.Point point : points) {
            seconds.add(Math.max(SOONEST, point.seconds()));
            distances.add(Math.max(NEAREST, 100 * Math.abs(point.value() - optimum) / Math.abs(optimum)));
        }
        seconds.add(Math.max(end, seconds.getLast()));
        distances.add(distances.getLast());
        XYSeries series = chart.addSeries(name, seconds, distances);
        series.setLineColor(colour);
        series.setMarker(SeriesMarkers.NONE);
        float[] dashes = dashed ? new float[] {5, 4} : null;
        series.setLineStyle(
                new BasicStroke(dashed ? 1.5f : 2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    }
}
