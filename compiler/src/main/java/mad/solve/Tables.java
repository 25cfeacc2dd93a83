package mad.solve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mad.program.Arithmetic;
import mad.program.Operation;
import mad.program.Term;

/** The values of the terms of one small variable, computed when first asked for: a short search meets few of them. */
final class Tables {
    private final Lattice lattice;
    private final Map<Term, double[]> byTerm = new HashMap<>();
    private final double[][] bySlot;

    Tables(Instructions code, Lattice lattice) {
        this.lattice = lattice;
        bySlot = new double[code.slots][];
        for (int slot = 0; slot < code.slots; slot++) {
            if (code.opcode[slot] == Instructions.TABLE) {
                bySlot[slot] = table(code.term[slot]);
            }
        }
    }

    /** By position; NaN where it was not asked for yet, or where there is no value. */
    double[] of(int slot) {
        return bySlot[slot];
    }

    /** The value at a position, which is from now on in the table. */
    double fill(Term term, long position) {
        if (term.isConstant()) {
            return Arithmetic.evaluate(term.operation(), operand -> Double.NaN);
        }
        double[] table = table(term);
        int at = (int) position;
        if (Double.isNaN(table[at])) {
            table[at] = term.operation() instanceof Operation.Value
                    ? lattice.value(variable(term), position)
                    : Arithmetic.evaluate(term.operation(), operand -> fill(operand, position));
        }
        return table[at];
    }

    private double[] table(Term term) {
        double[] table = byTerm.get(term);
        if (table == null) {
            table = new double[(int) lattice.size(variable(term))];
            Arrays.fill(table, Double.NaN);
            byTerm.put(term, table);
        }
        return table;
    }

    private static int variable(Term term) {
        return term.variables().indices().findFirst().orElseThrow();
    }
}
