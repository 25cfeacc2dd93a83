package mad.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mad.program.Domain;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/**
 * A program as flat arrays: one slot per term that the search has to recompute, operands before readers. Terms of one discrete
 * variable become tables over its domain; what only such terms read has no slot.
 */
final class Instructions {
    /** Larger domains are computed, not tabulated. */
    private static final long TABLE_LIMIT = 4096;

    static final int TABLE = 0;
    static final int VALUE = 1;
    static final int SUM = 2;
    static final int PLAIN_PRODUCT = 3;
    static final int PRODUCT = 4;
    static final int LOG = 5;
    static final int EXP = 6;
    static final int MAX = 7;
    static final int MIN = 8;
    static final int FLOOR = 9;
    static final int CEIL = 10;
    static final int ROUND = 11;
    static final int ABS = 12;
    static final int COMPARE = 13;
    static final int AND = 14;
    static final int OR = 15;
    static final int NOT = 16;
    static final int IF = 17;
    static final int VARIANCE = 18;
    static final int DEVIATION = 19;
    static final int LOOKUP = 20;
    static final int CONSTANT = 21;

    final int slots;
    final int[] opcode;
    final int[][] operands;
    /** Coefficients of a sum or exponents of a product, by operand. */
    final double[][] weights;
    /** Constant of a sum, numerator of a product, or the value of a constant. */
    final double[] front;
    /** Denominator of a product. */
    final double[] divisor;
    /** The variable of a table or a value, else -1. */
    final int[] variable;

    final Term[] term;
    /** The slots to recompute after a change, by variable, in order. */
    final int[][] affected;

    final int objective;
    final int[] bodies;

    Instructions(Program program) {
        List<Term> terms = program.terms();
        List<Term> kept = kept(program, terms);
        slots = kept.size();
        opcode = new int[slots];
        operands = new int[slots][];
        weights = new double[slots][];
        front = new double[slots];
        divisor = new double[slots];
        variable = new int[slots];
        term = kept.toArray(Term[]::new);
        Arrays.fill(variable, -1);
        int[] slotOf = new int[terms.getLast().id() + 1];
        Arrays.fill(slotOf, -1);
        for (int slot = 0; slot < slots; slot++) {
            slotOf[term[slot].id()] = slot;
            if (isTabulated(program, term[slot])) {
                opcode[slot] = TABLE;
                operands[slot] = new int[0];
                variable[slot] = only(term[slot]);
            } else {
                operands[slot] = term[slot].operation().operands().stream()
                        .mapToInt(t -> slotOf[t.id()])
                        .toArray();
                encode(slot, term[slot].operation());
            }
        }
        affected = affected(program.variables().size());
        objective = slotOf[program.objective().term().id()];
        bodies = program.constraints().stream()
                .mapToInt(c -> slotOf[c.body().id()])
                .toArray();
    }

    // plain loops: the first design waits for them, in a machine that has compiled nothing yet
    private int[][] affected(int variables) {
        int[][] affected = new int[variables][];
        int[] some = new int[slots];
        for (int v = 0; v < variables; v++) {
            int count = 0;
            for (int slot = 0; slot < slots; slot++) {
                if (term[slot].variables().contains(v)) {
                    some[count++] = slot;
                }
            }
            affected[v] = Arrays.copyOf(some, count);
        }
        return affected;
    }

    private static boolean isTabulated(Program program, Term term) {
        return term.variables().size() == 1
                && program.variables().get(only(term)).domain() instanceof Domain.Discrete domain
                && domain.size() <= TABLE_LIMIT;
    }

    private static int only(Term term) {
        return term.variables().indices().findFirst().orElseThrow();
    }

    /** The roots and what they read, without looking into tables. */
    private static List<Term> kept(Program program, List<Term> terms) {
        boolean[] needed = new boolean[terms.getLast().id() + 1];
        needed[program.objective().term().id()] = true;
        program.constraints().forEach(c -> needed[c.body().id()] = true);
        List<Term> kept = new ArrayList<>();
        for (Term term : terms.reversed()) {
            if (needed[term.id()]) {
                kept.add(term);
                if (!isTabulated(program, term)) {
                    term.operation().operands().forEach(t -> needed[t.id()] = true);
                }
            }
        }
        return kept.reversed();
    }

    private void encode(int slot, Operation of) {
        opcode[slot] = switch (of) {
            case Operation.Constant(double value) -> {
                front[slot] = value;
                yield CONSTANT;
            }
            case Operation.Value(Variable v) -> {
                variable[slot] = v.index();
                yield VALUE;
            }
            case Operation.Sum(double constant, var addends) -> {
                front[slot] = constant;
                weights[slot] = addends.stream()
                        .mapToDouble(Operation.Addend::coefficient)
                        .toArray();
                yield SUM;
            }
            case Operation.Product(double numerator, double denominator, var factors) -> {
                front[slot] = numerator;
                divisor[slot] = denominator;
                weights[slot] =
                        factors.stream().mapToDouble(Operation.Factor::exponent).toArray();
                boolean plain = denominator == 1 && Arrays.stream(weights[slot]).allMatch(e -> e == 1);
                yield plain ? PLAIN_PRODUCT : PRODUCT;
            }
            case Operation.Log log -> LOG;
            case Operation.Exp exp -> EXP;
            case Operation.Max max -> MAX;
            case Operation.Min min -> MIN;
            case Operation.Floor floor -> FLOOR;
            case Operation.Ceil ceil -> CEIL;
            case Operation.Round round -> ROUND;
            case Operation.Abs abs -> ABS;
            case Operation.Compare compare -> COMPARE;
            case Operation.And and -> AND;
            case Operation.Or or -> OR;
            case Operation.Not not -> NOT;
            case Operation.IfThenElse choice -> IF;
            case Operation.Variance variance -> VARIANCE;
            case Operation.StandardDeviation deviation -> DEVIATION;
            case Operation.Lookup lookup -> LOOKUP;
        };
    }
}
