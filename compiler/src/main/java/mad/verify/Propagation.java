package mad.verify;

/**
 * Narrows boxes: what a term must be is what its operands must make, forward and backward until little changes (HC4; Benhamou et al.
 * 1999). A box that becomes empty holds no feasible point as good as asked for.
 */
final class Propagation {
    private static final int ROUNDS = 30;

    private final Program program;
    private final Values values;
    private final Interval least;
    /** Terms that must have a value: not those of a branch that may not be taken. */
    private final boolean[] needed;

    private boolean empty;

    /** @param least what the objective must be; everything where feasibility alone is in question */
    Propagation(Program program, Interval least) {
        this.program = program;
        this.values = new Values(program);
        this.least = least;
        this.needed = new boolean[program.terms().size()];
    }

    /** Whether something is left of a box, which is narrowed in place. */
    boolean narrow(Interval[] box) {
        empty = false;
        for (int round = 0; round < ROUNDS && !empty; round++) {
            Interval[] before = box.clone();
            values.forward(box);
            java.util.Arrays.fill(needed, false);
            require(program.objective(), least);
            program.limits().forEach(limit -> require(limit.term(), limit.allowed()));
            for (int t = program.terms().size() - 1; t >= 0 && !empty; t--) {
                if (needed[t]) {
                    backward(program.terms().get(t), values.get(t), box);
                }
            }
            if (!moved(before, box)) {
                break;
            }
        }
        return !empty;
    }

    private boolean moved(Interval[] before, Interval[] after) {
        for (int v = 0; v < before.length; v++) {
            double was = before[v].hi() - before[v].lo();
            double is = after[v].hi() - after[v].lo();
            if (program.variables().get(v).isReal() ? is < 0.999 * was : is < was) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of what a term must be. */
    private void require(int term, Interval must) {
        needed[term] = true;
        Interval both = values.get(term).and(must);
        values.set(term, both);
        empty |= both.isEmpty();
    }

    private void backward(Term term, Interval z, Interval[] box) {
        int[] o = term.of();
        double[] n = term.numbers();
        if (term.kind() == Term.Kind.VARIABLE) {
            int v = term.variable();
            box[v] = program.variables().get(v).within(box[v].and(z));
            empty |= box[v].isEmpty();
            return;
        }
        switch (term.kind()) {
            case SUM -> sum(z, n, o);
            case PRODUCT -> product(z, n, o);
            case LOG -> require(o[0], z.exp());
            case EXP -> require(o[0], z.log());
            case MAX -> require(o, below(z.hi()));
            case MIN -> require(o, above(z.lo()));
            case FLOOR -> require(o[0], z.plus(Interval.TRUTH));
            case CEIL -> require(o[0], z.minus(Interval.TRUTH));
            case ROUND -> require(o[0], z.plus(new Interval(-0.5, 0.5)));
            case ABS -> require(o[0], new Interval(-z.hi(), z.hi()));
            case LE, LT -> compare(z, o);
            case EQ -> {
                require(o, Interval.ALL);
                if (Values.isTrue(z)) {
                    Interval both = values.get(o[0]).and(values.get(o[1]));
                    require(o[0], both);
                    require(o[1], both);
                }
            }
            case NOT -> {
                require(o[0], Values.isTrue(z) ? Interval.ZERO : Interval.ALL);
            }
            case AND -> {
                if (Values.isTrue(z)) {
                    for (int operand : o) {
                        require(operand, isTruth(operand) ? Interval.ONE : Interval.ALL);
                    }
                }
            }
            case OR -> {
                if (Values.isFalse(z)) {
                    require(o, Interval.ZERO);
                }
            }
            case IF -> {
                require(o[0], Interval.ALL);
                if (Values.isTrue(values.get(o[0]))) {
                    require(o[1], z);
                } else if (Values.isFalse(values.get(o[0]))) {
                    require(o[2], z);
                } else if (values.get(o[1]).and(z).isEmpty()) {
                    require(o[0], Interval.ZERO);
                }
            }
            case CONSTANT, VARIABLE -> {}
            case NE, VARIANCE, DEVIATION, TABLE -> require(o, Interval.ALL);
        }
    }

    private void require(int[] terms, Interval must) {
        for (int term : terms) {
            require(term, must);
        }
    }

    /** Whether a term is 0 or 1. */
    private boolean isTruth(int term) {
        return switch (program.terms().get(term).kind()) {
            case LE, LT, EQ, NE, AND, OR, NOT -> true;
            default -> false;
        };
    }

    private void sum(Interval z, double[] n, int[] o) {
        for (int i = 0; i < o.length; i++) {
            Interval rest = z.minus(Interval.of(n[0]));
            for (int j = 0; j < o.length; j++) {
                if (j != i) {
                    rest = rest.minus(values.get(o[j]).times(n[j + 1]));
                }
            }
            require(o[i], rest.over(Interval.of(n[i + 1])));
        }
    }

    private void product(Interval z, double[] n, int[] o) {
        for (int i = 0; i < o.length; i++) {
            Interval others = Interval.of(n[0]).over(Interval.of(n[1]));
            for (int j = 0; j < o.length; j++) {
                if (j != i) {
                    Interval power = values.get(o[j]).power(Math.abs(n[j + 2]));
                    others = n[j + 2] > 0 ? others.times(power) : others.over(power);
                }
            }
            require(o[i], others.contains(0) ? Interval.ALL : base(z.over(others), n[i + 2], values.get(o[i])));
        }
    }

    /** What a base must be for its power to be in {@code power}. */
    private static Interval base(Interval power, double exponent, Interval now) {
        double e = Math.abs(exponent);
        Interval positive = exponent > 0 ? power : power.contains(0) ? Interval.ALL : Interval.ONE.over(power);
        if (e == 1 || now.lo() < 0) {
            return e == 1 ? positive : Interval.ALL;
        }
        // an exponent such as a third is rounded
        return positive.power(1 / e).times(new Interval(1 - 1e-12, 1 + 1e-12));
    }

    private void compare(Interval z, int[] o) {
        Interval left = values.get(o[0]);
        Interval right = values.get(o[1]);
        boolean holds = Values.isTrue(z);
        boolean fails = Values.isFalse(z);
        require(o[0], holds ? below(right.hi()) : fails ? above(right.lo()) : Interval.ALL);
        require(o[1], holds ? above(left.lo()) : fails ? below(left.hi()) : Interval.ALL);
    }

    private static Interval below(double value) {
        return new Interval(Double.NEGATIVE_INFINITY, value);
    }

    private static Interval above(double value) {
        return new Interval(value, Double.POSITIVE_INFINITY);
    }
}
