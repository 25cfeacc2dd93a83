package mad.solve.chain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import mad.program.Term;
import mad.program.VariableSet;

/** A function of the positions of a few variables; each value is computed when it is first asked for, by whichever thread. */
final class LocalFunction {
    private static final VarHandle VALUES = MethodHandles.arrayElementVarHandle(double[].class);
    /** Values of the largest table, 4 MB. */
    static final double MOST = 500_000;

    private final int[] variables;
    private final int[] strides;
    /** NaN where it was not asked for yet. */
    private final double[] values;

    private final ToDoubleFunction<int[]> evaluate;

    private LocalFunction(int[] variables, Functions functions, ToDoubleFunction<int[]> evaluate) {
        this.variables = variables;
        this.strides = new int[variables.length];
        int size = 1;
        for (int i = 0; i < variables.length; i++) {
            strides[i] = size;
            size *= functions.size(variables[i]);
        }
        this.values = new double[size];
        Arrays.fill(values, Double.NaN);
        this.evaluate = evaluate;
    }

    /** The sum of monomials over the same variables. */
    static LocalFunction of(List<Monomial> sum, Functions functions) {
        return new LocalFunction(indices(sum.getFirst().variables()), functions, point -> {
            double total = 0;
            for (Monomial m : sum) {
                double product = m.coefficient();
                for (Term factor : m.factors()) {
                    product *= value(factor, functions, point);
                }
                total += product;
            }
            return total;
        });
    }

    static LocalFunction of(Term term, Functions functions) {
        return new LocalFunction(indices(term.variables()), functions, point -> value(term, functions, point));
    }

    /** Whether a table of all values is small enough. */
    static boolean fits(VariableSet variables, Functions functions) {
        return variables.indices().mapToDouble(functions::size).reduce(1, (a, b) -> a * b) <= MOST;
    }

    private static double value(Term term, Functions functions, int[] point) {
        if (term.variables().size() == 1) {
            return functions
                    .of(term)[point[term.variables().indices().findFirst().orElseThrow()]];
        }
        Map<Integer, Double> values = new HashMap<>();
        term.variables().indices().forEach(v -> values.put(v, functions.value(v, point[v])));
        return Functions.evaluate(term, values);
    }

    private static int[] indices(VariableSet set) {
        return set.indices().toArray();
    }

    boolean reads(int variable) {
        return Arrays.stream(variables).anyMatch(v -> v == variable);
    }

    double at(int[] point) {
        int index = 0;
        for (int i = 0; i < variables.length; i++) {
            index += strides[i] * point[variables[i]];
        }
        double value = (double) VALUES.getOpaque(values, index);
        if (Double.isNaN(value)) {
            value = evaluate.applyAsDouble(point);
            VALUES.setOpaque(values, index, value);
        }
        return value;
    }
}
