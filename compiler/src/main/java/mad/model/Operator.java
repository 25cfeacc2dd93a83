package mad.model;

/** Arithmetic and logic of expressions. Logarithms are natural; rounding is half-even unless said otherwise. */
public enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /** {@code a ^ b}. */
    POWER,
    NEGATE,
    LOG,
    EXP,
    SQRT,
    FLOOR,
    CEIL,
    /** To the nearest whole number, ties to even. */
    ROUND,
    ABS,
    /** The remainder of floored division, with the sign of the divisor. */
    MOD,
    AND,
    OR,
    NOT,
    LE,
    LT,
    EQ,
    NE,
    /** The length of a list. */
    LENGTH
}
