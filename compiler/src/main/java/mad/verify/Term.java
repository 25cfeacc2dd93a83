package mad.verify;

import java.util.BitSet;
import java.util.List;

/**
 * A node of the program: an operation on earlier nodes.
 *
 * @param numbers by operation: the value; the variable; the constant and the coefficients of a sum; numerator, denominator and the exponents
 *     of a product; the axes and values of a table
 * @param of the nodes it reads
 * @param variables all that it depends on
 */
record Term(Kind kind, double[] numbers, int[] of, BitSet variables) {
    enum Kind {
        CONSTANT,
        VARIABLE,
        SUM,
        PRODUCT,
        LOG,
        EXP,
        MAX,
        MIN,
        FLOOR,
        CEIL,
        ROUND,
        ABS,
        LE,
        LT,
        EQ,
        NE,
        AND,
        OR,
        NOT,
        IF,
        VARIANCE,
        DEVIATION,
        TABLE
    }

    static Term read(Json json, List<Term> before, int variables) {
        List<Json> parts = json.list();
        if (parts.size() != 3) {
            throw new Refused("a term has three parts");
        }
        Kind kind = kind(parts.get(0).text());
        List<Json> written = parts.get(1).list();
        double[] numbers = kind == Kind.CONSTANT && written.size() == 1
                ? new double[] {written.getFirst().anyNumber()}
                : parts.get(1).numbers();
        int[] of = parts.get(2).wholes();
        BitSet all = new BitSet();
        for (int operand : of) {
            if (operand < 0 || operand >= before.size()) {
                throw new Refused("a term reads one that does not come before it");
            }
            all.or(before.get(operand).variables);
        }
        boolean shaped = switch (kind) {
            case CONSTANT -> numbers.length == 1 && of.length == 0;
            case VARIABLE ->
                numbers.length == 1
                        && of.length == 0
                        && numbers[0] >= 0
                        && numbers[0] < variables
                        && numbers[0] == Math.rint(numbers[0]);
            case SUM -> numbers.length == of.length + 1;
            case PRODUCT -> numbers.length == of.length + 2 && numbers[1] > 0;
            case LOG, EXP, FLOOR, CEIL, ROUND, ABS, NOT -> of.length == 1;
            case LE, LT, EQ, NE -> of.length == 2;
            case IF -> of.length == 3;
            case MAX, MIN, AND, OR, VARIANCE, DEVIATION -> of.length > 0;
            case TABLE -> Tables.isShaped(numbers, of.length);
        };
        if (!shaped) {
            throw new Refused("a term of the wrong shape: " + kind);
        }
        if (kind == Kind.VARIABLE) {
            all.set((int) numbers[0]);
        }
        return new Term(kind, numbers, of, all);
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refused("no operation is called " + name);
    }

    int variable() {
        return (int) numbers[0];
    }
}
