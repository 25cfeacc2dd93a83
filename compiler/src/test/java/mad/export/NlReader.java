package mad.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code .nl} by its specification, apart from the writer, and evaluates it. */
final class NlReader {
    private final Iterator<String> lines;
    private final double[] x;
    private final Map<Integer, Double> defined = new HashMap<>();
    private final double[] nonlinear;
    private double goal;
    private final List<Map<Integer, Double>> jacobian = new ArrayList<>();
    private final Map<Integer, Double> gradient = new HashMap<>();
    private final int[] sizes;

    private NlReader(String text, double[] x) {
        this.x = x;
        List<String> all =
                text.lines().map(l -> l.replaceFirst("\\s*#.*", "").strip()).toList();
        sizes = numbers(all.get(1));
        nonlinear = new double[sizes[1]];
        for (int i = 0; i < sizes[1]; i++) {
            jacobian.add(new HashMap<>());
        }
        lines = all.subList(10, all.size()).iterator();
    }

    /** The point as columns of the file hold it, in whatever order they are, by the names in comments. */
    static NlReader at(String text, Map<String, Double> point) {
        List<String> all = text.lines().toList();
        int first = all.indexOf("b") + 1;
        int count = numbers(all.get(1).replaceFirst("#.*", ""))[0];
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = Objects.requireNonNull(point.get(all.get(first + i).replaceFirst(".*# ", "")));
        }
        NlReader reader = new NlReader(text, x);
        reader.read();
        return reader;
    }

    double body(int row) {
        return nonlinear[row] + product(jacobian.get(row));
    }

    double objective() {
        return goal + product(gradient);
    }

    private double product(Map<Integer, Double> row) {
        return row.entrySet().stream()
                .mapToDouble(e -> e.getValue() * x[e.getKey()])
                .sum();
    }

    private void read() {
        while (lines.hasNext()) {
            String line = lines.next();
            int index = line.length() > 1 ? numbers(line.substring(1))[0] : 0;
            switch (line.charAt(0)) {
                case 'V' -> defined.put(index, expression());
                case 'C' -> nonlinear[index] = expression();
                case 'O' -> goal = expression();
                case 'r' -> skip(sizes[1]);
                case 'b' -> skip(sizes[0]);
                case 'k' -> skip(index);
                case 'J' -> entries(numbers(line.substring(1))[1], jacobian.get(index));
                case 'G' -> entries(numbers(line.substring(1))[1], gradient);
                default -> throw new AssertionError(line);
            }
        }
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            lines.next();
        }
    }

    private void entries(int count, Map<Integer, Double> row) {
        for (int i = 0; i < count; i++) {
            String[] entry = lines.next().split(" ");
            row.put(Integer.parseInt(entry[0]), Double.parseDouble(entry[1]));
        }
    }

    private double expression() {
        String line = lines.next();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case 'n' -> Double.parseDouble(rest);
            case 'v' -> {
                int index = Integer.parseInt(rest);
                yield index < x.length ? x[index] : Objects.requireNonNull(defined.get(index));
            }
            case 'o' -> operation(Integer.parseInt(rest));
            default -> throw new AssertionError(line);
        };
    }

    private double operation(int code) {
        return switch (code) {
            case 11 -> list().stream().mapToDouble(v -> v).min().orElseThrow();
            case 12 -> list().stream().mapToDouble(v -> v).max().orElseThrow();
            case 54 -> list().stream().mapToDouble(v -> v).sum();
            case 35 -> {
                double condition = expression();
                double then = expression();
                double otherwise = expression();
                yield condition != 0 ? then : otherwise;
            }
            case 13, 14, 15, 34, 39, 43, 44 -> unary(code, expression());
            default -> {
                double left = expression();
                yield binary(code, left, expression());
            }
        };
    }

    private static double unary(int code, double of) {
        return switch (code) {
            case 13 -> Math.floor(of);
            case 14 -> Math.ceil(of);
            case 15 -> Math.abs(of);
            case 34 -> truth(of == 0);
            case 39 -> Math.sqrt(of);
            case 43 -> StrictMath.log(of);
            default -> StrictMath.exp(of);
        };
    }

    private static double binary(int code, double left, double right) {
        return switch (code) {
            case 0 -> left + right;
            case 2 -> left * right;
            case 3 -> left / right;
            case 5 -> StrictMath.pow(left, right);
            case 20 -> truth(left != 0 || right != 0);
            case 21 -> truth(left != 0 && right != 0);
            case 22 -> truth(left < right);
            case 23 -> truth(left <= right);
            case 24 -> truth(left == right);
            case 30 -> truth(left != right);
            default -> throw new AssertionError("o" + code);
        };
    }

    private List<Double> list() {
        int count = Integer.parseInt(lines.next());
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(expression());
        }
        return values;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
