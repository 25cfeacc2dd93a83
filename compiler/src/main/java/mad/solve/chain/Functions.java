package mad.solve.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mad.program.Arithmetic;
import mad.program.Domain;
import mad.program.Operation;
import mad.program.Term;
import mad.program.Variable;

/** Values of terms of one or two variables over all positions of their domains. */
final class Functions {
    private final List<Variable> variables;
    /** Grows while boxes are bounded, in several threads. */
    private final Map<Term, double[]> tables = new ConcurrentHashMap<>();

    private volatile boolean total = true;

    Functions(List<Variable> variables) {
        this.variables = variables;
    }

    /** Whether every value met so far is a number. */
    boolean isTotal() {
        return total;
    }

    int variables() {
        return variables.size();
    }

    int position(int variable, double value) {
        return Math.toIntExact(domain(variable).indexOfNearest(value));
    }

    int size(int variable) {
        return Math.toIntExact(domain(variable).size());
    }

    double value(int variable, int position) {
        return domain(variable).value(position);
    }

    private Domain.Discrete domain(int variable) {
        return (Domain.Discrete) variables.get(variable).domain();
    }

    /** By position of the term's one variable. */
    double[] of(Term term) {
        return tables.computeIfAbsent(term, t -> {
            int variable = t.variables().indices().findFirst().orElseThrow();
            double[] values = new double[size(variable)];
            for (int i = 0; i < values.length; i++) {
                values[i] = seen(evaluate(t, Map.of(variable, value(variable, i))));
            }
            return values;
        });
    }

    /** By position of the first variable, then of the second. */
    double[][] of(Term term, int first, int second) {
        double[][] values = new double[size(first)][size(second)];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = seen(evaluate(term, Map.of(first, value(first, i), second, value(second, j))));
            }
        }
        return values;
    }

    private double seen(double value) {
        if (!Double.isFinite(value)) {
            total = false;
        }
        return value;
    }

    /** A function of the positions of two variables. */
    @FunctionalInterface
    interface OfTwo {
        double at(int first, int second);
    }

    /** Products of functions of one variable are multiplied from their tables; what is none is evaluated as it is. */
    OfTwo ofTwo(Term term, int first, int second) {
        List<Monomial> sum = Expansion.of(term, Expansion.NARROW);
        if (sum == null
                || sum.stream()
                        .anyMatch(m ->
                                m.factors().stream().anyMatch(f -> f.variables().size() > 1))) {
            return (i, j) -> evaluate(term, Map.of(first, value(first, i), second, value(second, j)));
        }
        double[] coefficients = sum.stream().mapToDouble(Monomial::coefficient).toArray();
        double[][][] tables = new double[coefficients.length][][];
        boolean[][] ofFirst = new boolean[coefficients.length][];
        for (int k = 0; k < coefficients.length; k++) {
            List<Term> factors = sum.get(k).factors();
            tables[k] = factors.stream().map(this::of).toArray(double[][]::new);
            ofFirst[k] = new boolean[factors.size()];
            for (int f = 0; f < factors.size(); f++) {
                ofFirst[k][f] = factors.get(f).variables().contains(first);
            }
        }
        return (i, j) -> {
            double value = 0;
            for (int k = 0; k < coefficients.length; k++) {
                double product = coefficients[k];
                for (int f = 0; f < tables[k].length; f++) {
                    product *= tables[k][f][ofFirst[k][f] ? i : j];
                }
                value += product;
            }
            return value;
        };
    }

    static double evaluate(Term term, Map<Integer, Double> point) {
        return evaluate(term, point, new HashMap<>());
    }

    private static double evaluate(Term term, Map<Integer, Double> point, Map<Term, Double> known) {
        Double value = known.get(term);
        if (value == null) {
            value = term.operation() instanceof Operation.Value(Variable variable)
                    ? Objects.requireNonNull(point.get(variable.index()))
                    : Arithmetic.evaluate(term.operation(), operand -> evaluate(operand, point, known));
            known.put(term, value);
        }
        return value;
    }
}
