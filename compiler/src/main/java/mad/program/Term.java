package mad.program;

/**
 * A node of the expression graph. Made only by {@link Terms}, which gives equal expressions the same node: within one arena,
 * {@code ==} is equality of expressions.
 */
public final class Term {
    private final int id;
    private final Operation operation;
    private final Enclosure enclosure;
    private final VariableSet variables;

    Term(int id, Operation operation, Enclosure enclosure, VariableSet variables) {
        this.id = id;
        this.operation = operation;
        this.enclosure = enclosure;
        this.variables = variables;
    }

    /** Its position in the arena, in order of creation: operands have smaller ids than the terms that read them. */
    public int id() {
        return id;
    }

    public Operation operation() {
        return operation;
    }

    /** Holds every value over the domains of the variables, rounded outward; the whole line when there is none. */
    public Interval interval() {
        return enclosure.interval();
    }

    /** Whether every value over the domains of the variables is an integer. */
    public boolean isIntegral() {
        return enclosure.integral();
    }

    /** Whether it is proved to have a value everywhere over the domains of the variables. */
    public boolean isTotal() {
        return enclosure.total();
    }

    /** Whether every value is 0 or 1. */
    public boolean isTruth() {
        return isIntegral() && interval().lo() >= 0 && interval().hi() <= 1;
    }

    /** The variables it depends on. */
    public VariableSet variables() {
        return variables;
    }

    public boolean isConstant() {
        return operation instanceof Operation.Constant;
    }

    /** Whether it is the constant {@code value}. */
    public boolean is(double value) {
        return operation instanceof Operation.Constant(double v) && v == value;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    /** One level of the expression; compound operands by id. A graph written out in full may be exponentially long. */
    @Override
    public String toString() {
        return new Infix(t -> t.operation.operands().isEmpty() ? null : "#" + t.id).definition(this);
    }
}
