package mad.emit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mad.query.Report;
import mad.query.Study;

/** A study as a table of comma-separated values: a header, then a line for each point. Numbers are in base units; what is unknown is empty. */
public final class StudyCsv {
    private StudyCsv() {}

    public static List<String> lines(Study study) {
        Set<String> metrics = new LinkedHashSet<>();
        Set<String> variables = new LinkedHashSet<>();
        for (Study.Point point : study.points()) {
            Report report = point.report();
            if (report != null) {
                metrics.addAll(report.metrics().keySet());
            }
            variables.addAll(point.variables().keySet());
        }
        List<String> header = new ArrayList<>();
        study.axes().forEach(axis -> header.add(title(axis)));
        header.addAll(
                List.of(study.goal().text().isEmpty() ? "value" : study.goal().text(), "bound", "gap", "status"));
        header.addAll(metrics);
        header.addAll(variables);
        List<String> lines = new ArrayList<>(List.of(line(header)));
        for (Study.Point point : study.points()) {
            List<String> cells = new ArrayList<>();
            point.at().forEach(value -> cells.add(number(value)));
            cells.addAll(List.of(
                    number(point.value()),
                    number(point.bound()),
                    number(point.gap()),
                    StudyJson.status(point.status())));
            Report report = point.report();
            for (String metric : metrics) {
                Report.Quantity quantity =
                        report == null ? null : report.metrics().get(metric);
                cells.add(quantity == null ? "" : number(quantity.value()));
            }
            for (String variable : variables) {
                Object value = point.variables().get(variable);
                cells.add(value == null ? "" : value.toString());
            }
            lines.add(line(cells));
        }
        return lines;
    }

    private static String title(Study.Axis axis) {
        return switch (axis.relation()) {
            case IS -> axis.name();
            case AT_MOST -> axis.name() + " at most";
            case AT_LEAST -> axis.name() + " at least";
        };
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        String plain = BigDecimal.valueOf(value).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(StudyCsv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
