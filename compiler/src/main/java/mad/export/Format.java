package mad.export;

/** The formats in which other solvers read programs. */
public enum Format {
    /** AMPL's {@code .nl}, as text: everything, with shared terms as defined variables. */
    NL,
    /** CPLEX's {@code .lp}: what is linear. */
    LP,
    /** Free {@code .mps}: what is linear. */
    MPS,
    /** SCIP's {@code .cip}: what is algebraic. */
    CIP,
    /** MiniZinc's {@code .mzn}. */
    MINIZINC
}
