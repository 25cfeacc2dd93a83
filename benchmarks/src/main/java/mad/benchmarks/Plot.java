package mad.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small picture of lines over two logarithmic axes, as SVG. A chart library makes half a megabyte of it: letters as outlines, dashes as polygons. */
public final class Plot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 430;
    private static final int LEFT = 84;
    private static final int RIGHT = 690;
    private static final int TOP = 64;
    private static final int BOTTOM = 376;
    private static final List<String> COLOURS = List.of("#0b6e4f", "#d1495b", "#2b6cb0", "#b7791f");

    /** @param steps whether values stay until the next point */
    private record Line(String name, List<double[]> points, int colour, boolean dashed, boolean steps) {}

    private final String title;
    private final String across;
    private final String up;
    private final double[] x = {Double.POSITIVE_INFINITY, 0};
    private final double[] y = {Double.POSITIVE_INFINITY, 0};
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    /** @param up what is measured, said under the title */
    public Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** @param points positive coordinates; a colour is a number from 0 */
    public void add(String name, List<double[]> points, int colour, boolean dashed, boolean steps) {
        lines.add(new Line(name, points, colour, dashed, steps));
        for (double[] point : points) {
            x[0] = Math.min(x[0], point[0]);
            x[1] = Math.max(x[1], point[0]);
            y[0] = Math.min(y[0], point[1]);
            y[1] = Math.max(y[1], point[1]);
        }
    }

    public String svg() {
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n"
                        .formatted(WIDTH, HEIGHT));
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        text(LEFT, 26, "start", "#111", title, " font-size=\"16\" font-weight=\"600\"");
        text(LEFT, 46, "start", "#555", up, "");
        grid();
        labels();
        for (Line line : lines) {
            path(line);
        }
        return out.append("</svg>\n").toString();
    }

    private void grid() {
        for (double at : ticks(y)) {
            out.append("<path d=\"M%d %.1fH%d\" stroke=\"#e5e5e5\"/>\n".formatted(LEFT, up(at), RIGHT));
            text(LEFT - 8, up(at) + 4, "end", "#555", number(at), "");
        }
        for (double at : ticks(x)) {
            out.append("<path d=\"M%.1f %dv5\" stroke=\"#999\"/>\n".formatted(across(at), BOTTOM));
            text(across(at), BOTTOM + 20, "middle", "#555", number(at), "");
        }
        out.append("<path d=\"M%d %dH%d\" stroke=\"#999\"/>\n".formatted(LEFT, BOTTOM, RIGHT));
        text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "#555", across, "");
    }

    /** Powers of ten; what lies between them where fewer than three are within the range. */
    private static List<Double> ticks(double[] range) {
        List<Double> ticks = new ArrayList<>();
        for (int[] digits : new int[][] {{1}, {1, 2, 5}, {1, 2, 3, 4, 5, 6, 7, 8, 9}}) {
            ticks.clear();
            for (int e = (int) Math.floor(Math.log10(range[0])); e <= Math.ceil(Math.log10(range[1])); e++) {
                for (int digit : digits) {
                    double at = digit * Math.pow(10, e);
                    if (at >= range[0] / 1.001 && at <= range[1] * 1.001) {
                        ticks.add(at);
                    }
                }
            }
            if (ticks.size() >= 3) {
                break;
            }
        }
        return ticks;
    }

    /** Names stand at the ends of their lines, moved apart where they would touch. */
    private void labels() {
        List<Line> named = new ArrayList<>(lines);
        named.sort((a, b) -> Double.compare(end(a), end(b)));
        double free = TOP - 30;
        double[] places = new double[named.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(end(named.get(i)), free + 17);
            free = places[i];
        }
        double over = Math.max(0, free - BOTTOM);
        for (int i = places.length - 1; i >= 0; i--) {
            double most = i == places.length - 1 ? places[i] - over : places[i + 1] - 17;
            places[i] = Math.min(places[i], most);
            Line line = named.get(i);
            text(RIGHT + 10, places[i] + 4, "start", COLOURS.get(line.colour()), line.name(), "");
        }
    }

    private double end(Line line) {
        return up(line.points().getLast()[1]);
    }

    private void path(Line line) {
        StringBuilder path = new StringBuilder();
        for (double[] point : line.points()) {
            if (path.isEmpty()) {
                path.append("M%.1f %.1f".formatted(across(point[0]), up(point[1])));
            } else if (line.steps()) {
                path.append("H%.1fV%.1f".formatted(across(point[0]), up(point[1])));
            } else {
                path.append("L%.1f %.1f".formatted(across(point[0]), up(point[1])));
            }
        }
        String dashes = line.dashed() ? " stroke-dasharray=\"5 4\"" : "";
        out.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>\n"
                .formatted(path, COLOURS.get(line.colour()), line.dashed() ? "1.6" : "2.4", dashes));
        if (!line.steps() || line.points().size() <= 2) {
            for (double[] point : line.points()) {
                out.append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n"
                        .formatted(across(point[0]), up(point[1]), COLOURS.get(line.colour())));
            }
        }
    }

    private void text(double atX, double atY, String anchor, String colour, String words, String more) {
        out.append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n"
                .formatted(
                        atX,
                        atY,
                        anchor,
                        colour,
                        more,
                        words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private double across(double value) {
        return LEFT + (RIGHT - LEFT) * share(value, x);
    }

    private double up(double value) {
        return BOTTOM - (BOTTOM - TOP) * share(value, y);
    }

    private static double share(double value, double[] range) {
        return range[0] == range[1] ? 0.5 : Math.log(value / range[0]) / Math.log(range[1] / range[0]);
    }

    private static String number(double value) {
        return value >= 1
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.valueOf(value).replace("1.0E-4", "0.0001");
    }
}
