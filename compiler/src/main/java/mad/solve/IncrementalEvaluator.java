package mad.solve;

import java.util.Arrays;
import java.util.stream.IntStream;
import mad.program.Arithmetic;
import mad.program.Operation;

/**
 * Evaluates a program at a point that changes by one or two variables at a time, recomputing only what depends on them. Gives
 * the same bits as {@link mad.program.Evaluation}. A move allocates nothing. Not safe for use by several threads.
 */
final class IncrementalEvaluator {
    /** Beyond this many variables, merged lists of affected slots would take too much memory. */
    private static final int PAIR_LIMIT = 200;

    private final Lattice lattice;
    private final Instructions code;
    private final Tables tables;
    private final double[] values;
    private final long[] positions;
    private final int[][] pairs;
    /** Room for the arguments of lookups, by slot. */
    private final double[][] coordinates;

    private final int[] changedSlot;
    private final double[] oldValue;
    private int changes;
    private final int[] movedVariable;
    private final long[] oldPosition;
    private int moves;
    private long evaluations;

    /** Evaluators may share their instructions, on several threads too. */
    IncrementalEvaluator(Instructions code, Lattice lattice) {
        this.lattice = lattice;
        this.code = code;
        int variables = lattice.variables();
        values = new double[code.slots];
        positions = new long[variables];
        tables = new Tables(code, lattice);
        coordinates = IntStream.range(0, code.slots)
                .mapToObj(s -> new double[code.opcode[s] == Instructions.LOOKUP ? code.operands[s].length : 0])
                .toArray(double[][]::new);
        pairs = variables <= PAIR_LIMIT ? new int[variables * variables][] : new int[0][];
        changedSlot = new int[2 * code.slots];
        oldValue = new double[2 * code.slots];
        movedVariable = new int[2];
        oldPosition = new long[2];
    }

    /** Jumps to a point; nothing can be undone past it. */
    void reset(long[] point) {
        System.arraycopy(point, 0, positions, 0, positions.length);
        for (int slot = 0; slot < code.slots; slot++) {
            values[slot] = compute(slot);
        }
        keep();
        evaluations++;
    }

    /** Changes one variable. At most two variables may change between two calls of {@link #keep} or {@link #undo}. */
    void move(int variable, long position) {
        remember(variable, position);
        recompute(code.affected[variable]);
        evaluations++;
    }

    /** Changes two variables at once. */
    void move(int variable, long position, int other, long otherPosition) {
        remember(variable, position);
        remember(other, otherPosition);
        if (pairs.length == 0) {
            recompute(code.affected[variable]);
            recompute(code.affected[other]);
        } else {
            recompute(pair(variable, other));
        }
        evaluations++;
    }

    /** Makes the moves since the last call permanent. */
    void keep() {
        moves = 0;
        changes = 0;
    }

    /** Takes the moves since the last {@link #keep} back. */
    void undo() {
        while (changes > 0) {
            changes--;
            values[changedSlot[changes]] = oldValue[changes];
        }
        while (moves > 0) {
            moves--;
            positions[movedVariable[moves]] = oldPosition[moves];
        }
    }

    double objective() {
        return values[code.objective];
    }

    /** The value of a constraint's body. */
    double body(int constraint) {
        return values[code.bodies[constraint]];
    }

    long position(int variable) {
        return positions[variable];
    }

    /** A copy of the current point. */
    long[] point() {
        return positions.clone();
    }

    /** Points evaluated so far: the unit in which work is counted. */
    long evaluations() {
        return evaluations;
    }

    private int[] pair(int a, int b) {
        int at = a * positions.length + b;
        int[] merged = pairs[at];
        if (merged == null) {
            merged = IntStream.concat(Arrays.stream(code.affected[a]), Arrays.stream(code.affected[b]))
                    .sorted()
                    .distinct()
                    .toArray();
            pairs[at] = merged;
        }
        return merged;
    }

    private void remember(int variable, long position) {
        movedVariable[moves] = variable;
        oldPosition[moves] = positions[variable];
        moves++;
        positions[variable] = position;
    }

    private void recompute(int[] slots) {
        for (int slot : slots) {
            changedSlot[changes] = slot;
            oldValue[changes] = values[slot];
            changes++;
            values[slot] = compute(slot);
        }
    }

    private double compute(int slot) {
        int[] operands = code.operands[slot];
        return switch (code.opcode[slot]) {
            case Instructions.TABLE -> {
                long position = positions[code.variable[slot]];
                double known = tables.of(slot)[(int) position];
                yield Double.isNaN(known) ? tables.fill(code.term[slot], position) : known;
            }
            case Instructions.SUM -> {
                double[] weights = code.weights[slot];
                double total = code.front[slot];
                for (int i = 0; i < operands.length; i++) {
                    total += weights[i] * values[operands[i]];
                }
                yield total;
            }
            case Instructions.PLAIN_PRODUCT -> {
                double product = code.front[slot];
                for (int operand : operands) {
                    product *= values[operand];
                }
                yield product;
            }
            case Instructions.PRODUCT -> product(slot, operands);
            case Instructions.EXP -> StrictMath.exp(values[operands[0]]);
            case Instructions.LOG -> Arithmetic.log(values[operands[0]]);
            case Instructions.MAX -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (int operand : operands) {
                    largest = Math.max(largest, values[operand]);
                }
                yield largest;
            }
            case Instructions.MIN -> {
                double smallest = Double.POSITIVE_INFINITY;
                for (int operand : operands) {
                    smallest = Math.min(smallest, values[operand]);
                }
                yield smallest;
            }
            default -> rare(slot, operands);
        };
    }

    /** Apart from {@link #compute}, which must stay small enough to be compiled into its caller. */
    private double rare(int slot, int[] operands) {
        return switch (code.opcode[slot]) {
            case Instructions.VALUE -> lattice.value(code.variable[slot], positions[code.variable[slot]]);
            case Instructions.CONSTANT -> code.front[slot];
            case Instructions.FLOOR -> Math.floor(values[operands[0]]);
            case Instructions.CEIL -> Math.ceil(values[operands[0]]);
            case Instructions.ROUND -> Math.rint(values[operands[0]]);
            case Instructions.ABS -> Math.abs(values[operands[0]]);
            case Instructions.COMPARE ->
                Arithmetic.compare(
                        ((Operation.Compare) code.term[slot].operation()).comparison(),
                        values[operands[0]],
                        values[operands[1]]);
            case Instructions.AND -> {
                double truth = 1;
                for (int operand : operands) {
                    truth = Arithmetic.and(truth, values[operand]);
                }
                yield truth;
            }
            case Instructions.OR -> {
                double truth = 0;
                for (int operand : operands) {
                    truth = Arithmetic.not(Arithmetic.and(Arithmetic.not(truth), Arithmetic.not(values[operand])));
                }
                yield truth;
            }
            case Instructions.NOT -> Arithmetic.not(values[operands[0]]);
            case Instructions.IF -> {
                double truth = values[operands[0]];
                yield Double.isNaN(truth) ? truth : values[operands[truth != 0 ? 1 : 2]];
            }
            case Instructions.VARIANCE -> variance(operands);
            case Instructions.DEVIATION -> Math.sqrt(variance(operands));
            case Instructions.LOOKUP -> {
                double[] point = coordinates[slot];
                for (int i = 0; i < operands.length; i++) {
                    point[i] = values[operands[i]];
                }
                yield ((Operation.Lookup) code.term[slot].operation()).grid().at(point);
            }
            default -> throw new IllegalStateException("opcode " + code.opcode[slot]);
        };
    }

    private double product(int slot, int[] operands) {
        double[] exponents = code.weights[slot];
        double above = code.front[slot];
        double below = code.divisor[slot];
        for (int i = 0; i < operands.length; i++) {
            double base = values[operands[i]];
            if (exponents[i] > 0) {
                above *= Arithmetic.power(base, exponents[i]);
            } else {
                below *= Arithmetic.power(base, -exponents[i]);
            }
        }
        return Arithmetic.quotient(above, below);
    }

    private double variance(int[] operands) {
        double sum = 0;
        for (int operand : operands) {
            sum += values[operand];
        }
        double mean = sum / operands.length;
        double squares = 0;
        for (int operand : operands) {
            double deviation = values[operand] - mean;
            squares += deviation * deviation;
        }
        return squares / operands.length;
    }
}
