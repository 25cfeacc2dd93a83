package mad.verify;

import java.util.BitSet;

/** What a program's terms may be over a box. Nothing where a term has no value, as the logarithm of a negative number. */
final class Values {
    private final Program program;
    private final Interval[] of;

    Values(Program program) {
        this.program = program;
        this.of = new Interval[program.terms().size()];
    }

    Interval get(int term) {
        return of[term];
    }

    void set(int term, Interval value) {
        of[term] = value;
    }

    void forward(Interval[] box) {
        for (int t = 0; t < of.length; t++) {
            of[t] = forward(program.terms().get(t), box);
        }
    }

    /** The terms that one reads, itself included and last. */
    static int[] reachable(Program program, int term) {
        BitSet found = new BitSet();
        found.set(term);
        for (int t = term; t >= 0; t = found.previousSetBit(t - 1)) {
            for (int operand : program.terms().get(t).of()) {
                found.set(operand);
            }
            if (t == 0) {
                break;
            }
        }
        return found.stream().toArray();
    }

    /** The value of the last of the {@link #reachable} terms of one. */
    Interval at(int[] reachable, Interval[] box) {
        for (int t : reachable) {
            of[t] = forward(program.terms().get(t), box);
        }
        return of[reachable[reachable.length - 1]];
    }

    Interval forward(Term term, Interval[] box) {
        double[] n = term.numbers();
        int[] o = term.of();
        return switch (term.kind()) {
            case CONSTANT ->
                Double.isNaN(n[0]) ? Interval.EMPTY : Double.isInfinite(n[0]) ? Interval.ALL : Interval.of(n[0]);
            case VARIABLE -> box[term.variable()];
            case SUM -> {
                Interval sum = Interval.of(n[0]);
                for (int i = 0; i < o.length; i++) {
                    sum = sum.plus(of[o[i]].times(n[i + 1]));
                }
                yield sum;
            }
            case PRODUCT -> {
                Interval above = Interval.of(n[0]);
                Interval below = Interval.of(n[1]);
                for (int i = 0; i < o.length; i++) {
                    double exponent = n[i + 2];
                    if (exponent > 0) {
                        above = above.times(of[o[i]].power(exponent));
                    } else {
                        below = below.times(of[o[i]].power(-exponent));
                    }
                }
                yield above.over(below);
            }
            case LOG -> of[o[0]].log();
            case EXP -> of[o[0]].exp();
            case MAX -> fold(o, Interval::max);
            case MIN -> fold(o, Interval::min);
            case FLOOR -> of[o[0]].floor();
            case CEIL -> of[o[0]].ceil();
            case ROUND -> of[o[0]].round();
            case ABS -> of[o[0]].abs();
            case LE -> truth(of[o[0]].hi() <= of[o[1]].lo(), of[o[0]].lo() > of[o[1]].hi(), o);
            case LT -> truth(of[o[0]].hi() < of[o[1]].lo(), of[o[0]].lo() >= of[o[1]].hi(), o);
            case EQ -> truth(same(o), apart(o), o);
            case NE -> truth(apart(o), same(o), o);
            case AND -> {
                boolean all = true;
                for (int operand : o) {
                    if (isFalse(of[operand])) {
                        yield Interval.ZERO;
                    }
                    all &= isTrue(of[operand]);
                }
                yield all ? Interval.ONE : Interval.TRUTH;
            }
            case OR -> {
                boolean none = true;
                for (int operand : o) {
                    if (isTrue(of[operand])) {
                        yield Interval.ONE;
                    }
                    none &= isFalse(of[operand]);
                }
                yield none ? Interval.ZERO : Interval.TRUTH;
            }
            case NOT -> of[o[0]].isEmpty() ? Interval.EMPTY : truth(isFalse(of[o[0]]), isTrue(of[o[0]]));
            case IF ->
                of[o[0]].isEmpty()
                        ? Interval.EMPTY
                        : (isFalse(of[o[0]]) ? Interval.EMPTY : of[o[1]])
                                .hull(isTrue(of[o[0]]) ? Interval.EMPTY : of[o[2]]);
            case VARIANCE -> variance(o);
            case DEVIATION -> variance(o).root();
            case TABLE -> Tables.read(n, o.length, i -> of[o[i]]);
        };
    }

    static boolean isTrue(Interval truth) {
        return !truth.isEmpty() && !truth.contains(0);
    }

    static boolean isFalse(Interval truth) {
        return truth.lo() == 0 && truth.hi() == 0;
    }

    private boolean same(int[] o) {
        Interval a = of[o[0]];
        Interval b = of[o[1]];
        return a.lo() == a.hi() && b.lo() == b.hi() && a.lo() == b.lo();
    }

    private boolean apart(int[] o) {
        return of[o[0]].and(of[o[1]]).isEmpty();
    }

    private Interval truth(boolean certain, boolean impossible, int[] o) {
        return of[o[0]].isEmpty() || of[o[1]].isEmpty() ? Interval.EMPTY : truth(certain, impossible);
    }

    private static Interval truth(boolean certain, boolean impossible) {
        return certain ? Interval.ONE : impossible ? Interval.ZERO : Interval.TRUTH;
    }

    private interface Operation {
        Interval of(Interval a, Interval b);
    }

    private Interval fold(int[] o, Operation operation) {
        Interval folded = of[o[0]];
        for (int i = 1; i < o.length; i++) {
            folded = operation.of(folded, of[o[i]]);
        }
        return folded;
    }

    private Interval variance(int[] o) {
        Interval count = Interval.of(o.length);
        Interval sum = Interval.ZERO;
        for (int operand : o) {
            sum = sum.plus(of[operand]);
        }
        Interval mean = sum.over(count);
        Interval squares = Interval.ZERO;
        for (int operand : o) {
            squares = squares.plus(of[operand].minus(mean).power(2));
        }
        return squares.over(count);
    }
}
