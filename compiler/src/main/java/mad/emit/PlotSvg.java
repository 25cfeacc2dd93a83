package mad.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import mad.query.Study;

/**
 * A study as a picture: points, and above them (below, where less is better) the band in which better designs have not been
 * excluded. The same study gives the same bytes; colours follow the reader's light or dark scheme.
 */
public final class PlotSvg {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 460;
    private static final double LEFT = 84;
    private static final double RIGHT = 28;
    private static final double TOP = 84;
    private static final double BOTTOM = 64;
    private static final int COLOURS = 6;
    private static final String STYLE = """
            text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#57606a}
            .title{font-size:17px;font-weight:600;fill:#1f2328}.bg{fill:#fff}.grid{stroke:#e6eaef}.axis{stroke:#8c959f}
            .found{fill:none;stroke-width:2;stroke-linejoin:round}.cap{stroke-width:1.5}.band{opacity:.16}.hollow{stroke-width:2}
            .none{stroke:#cf222e;stroke-width:2}.hollow{fill:#fff}
            .f0{fill:#0969da}.f1{fill:#bc4c00}.f2{fill:#1a7f37}.f3{fill:#8250df}.f4{fill:#bf3989}.f5{fill:#4d5b6b}
            .l0{stroke:#0969da}.l1{stroke:#bc4c00}.l2{stroke:#1a7f37}.l3{stroke:#8250df}.l4{stroke:#bf3989}.l5{stroke:#4d5b6b}
            @media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}.bg,.hollow{fill:#0d1117}.grid{stroke:#21262d}
            .axis{stroke:#656c76}.band{opacity:.26}.f0{fill:#58a6ff}.f1{fill:#f0883e}.f2{fill:#3fb950}.f3{fill:#bc8cff}.f4{fill:#f778ba}
            .f5{fill:#adbac7}.l0{stroke:#58a6ff}.l1{stroke:#f0883e}.l2{stroke:#3fb950}.l3{stroke:#bc8cff}.l4{stroke:#f778ba}.l5{stroke:#adbac7}}
            """;

    private final Study study;
    private final Study.Axis axis;
    private final boolean stairs;
    private final Scale x;
    private final Scale y;
    private final StringBuilder out = new StringBuilder();

    private PlotSvg(Study study) {
        this.study = study;
        this.axis = study.axes().getFirst();
        this.stairs = study.kind() == Study.Kind.FRONTIER;
        double[] across = study.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.at().getFirst(), p.used()))
                .filter(Double::isFinite)
                .toArray();
        this.x = scale(across, axis.unit());
        double[] values = study.points().stream()
                .mapToDouble(Study.Point::value)
                .filter(Double::isFinite)
                .toArray();
        Scale found = scale(values, study.goal().unit());
        // a bound far away must not flatten the curve
        double reach = found.hi() - found.lo();
        double[] shown = study.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.value(), p.bound()))
                .filter(v -> v >= found.lo() - reach && v <= found.hi() + reach)
                .toArray();
        boolean cut = study.points().stream().anyMatch(p -> isBeyond(p.bound(), found, reach));
        double[] ends = {found.lo() - reach, found.hi() + reach};
        this.y = !cut
                ? scale(shown, study.goal().unit())
                : scale(
                        append(shown, ends[study.goal().maximize() ? 1 : 0]),
                        study.goal().unit());
    }

    /** A picture of at least one axis and one point. */
    public static String of(Study study) {
        PlotSvg plot = new PlotSvg(study);
        plot.draw();
        return plot.out.toString();
    }

    private static boolean isBeyond(double bound, Scale found, double reach) {
        return !Double.isNaN(bound) && (bound > found.hi() + reach || bound < found.lo() - reach);
    }

    private static double[] append(double[] values, double last) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }

    private static Scale scale(double[] values, String unit) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        return Scale.around(least, most, unit);
    }

    private void draw() {
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\">", n(WIDTH), n(HEIGHT));
        out.append("<title>")
                .append(escaped(study.name() + " of " + study.design()))
                .append("</title>\n");
        out.append("<style>").append(STYLE.strip()).append("</style>\n");
        line(
                "<clipPath id=\"plot\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>",
                n(LEFT), n(TOP), n(WIDTH - LEFT - RIGHT), n(HEIGHT - TOP - BOTTOM));
        line("<rect class=\"bg\" width=\"%s\" height=\"%s\" rx=\"8\"/>", n(WIDTH), n(HEIGHT));
        text(LEFT, 32, "start", "title", study.name() + " of " + study.design());
        frame();
        List<Map.Entry<String, List<Study.Point>>> series = series();
        for (int i = 0; i < series.size(); i++) {
            curve(series.get(i).getValue(), i % COLOURS);
        }
        legend(series);
        out.append("</svg>\n");
    }

    private void frame() {
        for (double tick : y.ticks()) {
            line(
                    "<line class=\"grid\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%3$s\"/>",
                    n(LEFT), n(WIDTH - RIGHT), n(up(tick)));
            text(LEFT - 10, up(tick) + 4, "end", "", y.label(tick));
        }
        for (double tick : x.ticks()) {
            line(
                    "<line class=\"axis\" x1=\"%s\" x2=\"%1$s\" y1=\"%s\" y2=\"%s\"/>",
                    n(across(tick)), n(HEIGHT - BOTTOM), n(HEIGHT - BOTTOM + 5));
            text(across(tick), HEIGHT - BOTTOM + 21, "middle", "", x.label(tick));
        }
        line(
                "<line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%3$s\"/>",
                n(LEFT), n(WIDTH - RIGHT), n(HEIGHT - BOTTOM));
        String limit = switch (axis.relation()) {
            case IS -> axis.name();
            case AT_MOST -> axis.name() + " (at most)";
            case AT_LEAST -> axis.name() + " (at least)";
        };
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 18, "middle", "", limit + unit(x, axis.unit()));
        String goal = study.goal().text() + unit(y, study.goal().unit());
        text(LEFT, 54, "start", "", (study.goal().maximize() ? "maximize " : "minimize ") + shortened(goal));
    }

    private static String unit(Scale scale, String unit) {
        String suffix = scale.prefix() + unit;
        return suffix.isEmpty() ? "" : " in " + suffix;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 90 ? line : line.substring(0, 89) + "…";
    }

    /** One for each value of the second axis, if there is one. */
    private List<Map.Entry<String, List<Study.Point>>> series() {
        Map<String, List<Study.Point>> series = new LinkedHashMap<>();
        for (Study.Point point : study.points()) {
            StringBuilder name = new StringBuilder();
            for (int i = 1; i < point.at().size(); i++) {
                Study.Axis other = study.axes().get(i);
                Scale own = Scale.around(point.at().get(i), point.at().get(i), other.unit());
                name.append(name.isEmpty() ? "" : ", ").append(other.name()).append(" ");
                name.append(own.full(point.at().get(i), other.unit()));
            }
            series.computeIfAbsent(name.toString(), key -> new ArrayList<>()).add(point);
        }
        return List.copyOf(series.entrySet());
    }

    private void curve(List<Study.Point> points, int colour) {
        List<Study.Point> solved =
                points.stream().filter(p -> Double.isFinite(p.value())).toList();
        out.append("<g clip-path=\"url(#plot)\">\n");
        band(solved, colour);
        StringBuilder path = new StringBuilder();
        double last = Double.NaN;
        for (Study.Point point : solved) {
            double at = stairs && Double.isFinite(point.used())
                    ? point.used()
                    : point.at().getFirst();
            if (path.isEmpty()) {
                path.append('M').append(n(across(at))).append(' ').append(n(up(point.value())));
            } else if (stairs) {
                path.append('H').append(n(across(at))).append('V').append(n(up(point.value())));
            } else {
                path.append('L').append(n(across(at))).append(' ').append(n(up(point.value())));
            }
            last = at;
        }
        if (solved.size() > 1 && Double.isFinite(last)) {
            line("<path class=\"found l%s\" d=\"%s\"/>", colour, path);
        }
        out.append("</g>\n");
        points.forEach(point -> mark(point, colour));
    }

    /** Where better designs are not excluded: for a frontier at every limit, for a sweep at each of its points. */
    private void band(List<Study.Point> points, int colour) {
        double before = Double.NaN;
        double held = Double.NaN;
        for (Study.Point point : points) {
            double to = point.at().getFirst();
            double bound = Double.isFinite(point.bound())
                    ? point.bound()
                    : study.goal().maximize() ? y.hi() : y.lo();
            double left = across(to) - 6;
            double right = across(to) + 6;
            if (stairs) {
                left = Double.isNaN(before) ? across(Double.isFinite(point.used()) ? point.used() : to) : before;
                right = across(to);
            }
            before = across(to);
            // between two points of a frontier, the design of the tighter limit is what was found
            double from = stairs && Double.isFinite(held) ? held : point.value();
            held = point.value();
            double a = Math.clamp(up(from), TOP, HEIGHT - BOTTOM);
            double b = Math.clamp(up(bound), TOP - 2, HEIGHT - BOTTOM + 2);
            line(
                    "<rect class=\"band f%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
                    colour, n(Math.min(left, right)), n(Math.min(a, b)), n(Math.abs(right - left)), n(Math.abs(a - b)));
            line(
                    "<line class=\"cap l%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%4$s\"/>",
                    colour, n(left), n(right), n(b));
        }
    }

    private void mark(Study.Point point, int colour) {
        double at = stairs && Double.isFinite(point.used())
                ? point.used()
                : point.at().getFirst();
        if (!Double.isFinite(at)) {
            return;
        }
        String where = axis.name() + " " + x.full(at, axis.unit()) + ": ";
        if (Double.isFinite(point.value())) {
            boolean proved = point.status() == Study.Status.OPTIMAL || point.status() == Study.Status.EVALUATED;
            String bound = Double.isFinite(point.bound())
                    ? ", no design beyond " + y.full(point.bound(), study.goal().unit())
                    : "";
            String said = where + y.full(point.value(), study.goal().unit()) + bound + " ("
                    + StudyJson.status(point.status()) + ")";
            line(
                    "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"4.5\"><title>%s</title></circle>",
                    proved ? "f" + colour : "hollow l" + colour, n(across(at)), n(up(point.value())), escaped(said));
        } else {
            double cx = across(at);
            double cy = HEIGHT - BOTTOM;
            line(
                    "<path class=\"none\" d=\"M%s %sl8 8m0 -8l-8 8\"><title>%s</title></path>",
                    n(cx - 4), n(cy - 4), escaped(where + StudyJson.status(point.status())));
        }
    }

    private void legend(List<Map.Entry<String, List<Study.Point>>> series) {
        double at = LEFT;
        if (series.size() > 1) {
            for (int i = 0; i < series.size(); i++) {
                line("<circle class=\"f%s\" cx=\"%s\" cy=\"70\" r=\"4.5\"/>", i % COLOURS, n(at + 5));
                text(at + 15, 74, "start", "", series.get(i).getKey());
                at += 34 + 7.2 * series.get(i).getKey().length();
            }
        } else {
            line("<circle class=\"f0\" cx=\"%s\" cy=\"70\" r=\"4.5\"/>", n(at + 5));
            text(at + 15, 74, "start", "", "proved optimal");
            line("<circle class=\"hollow l0\" cx=\"%s\" cy=\"70\" r=\"4.5\"/>", n(at + 135));
            text(at + 145, 74, "start", "", "found");
            line("<rect class=\"band f0\" x=\"%s\" y=\"64\" width=\"22\" height=\"12\"/>", n(at + 205));
            text(at + 233, 74, "start", "", "up to the bound: no design lies beyond");
        }
    }

    private double across(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double atX, double atY, String anchor, String style, String text) {
        String classes = style.isEmpty() ? "" : " class=\"" + style + "\"";
        line("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>%s</text>", n(atX), n(atY), anchor, classes, escaped(text));
    }

    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** Two decimals at most. */
    private static String n(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
