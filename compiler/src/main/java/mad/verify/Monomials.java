package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A term multiplied out: a sum of products of functions of one variable, or of two. */
final class Monomials {
    private static final int MOST = 50_000;

    /** A coefficient times terms, given by increasing index. */
    record Monomial(Interval coefficient, List<Integer> factors) {
        Monomial times(Interval factor) {
            return new Monomial(coefficient.times(factor), factors);
        }

        private Monomial with(int factor) {
            List<Integer> all = new ArrayList<>(factors);
            all.add(factor);
            all.sort(null);
            return new Monomial(coefficient, all);
        }
    }

    private final Program program;
    private final Map<List<Integer>, Interval> sum = new LinkedHashMap<>();

    private Monomials(Program program) {
        this.program = program;
    }

    static List<Monomial> of(Program program, int term) {
        Monomials all = new Monomials(program);
        all.add(term, new Monomial(Interval.ONE, List.of()));
        return all.list();
    }

    private List<Monomial> list() {
        return sum.entrySet().stream()
                .filter(e -> e.getValue().magnitude() > 0)
                .map(e -> new Monomial(e.getValue(), e.getKey()))
                .toList();
    }

    private void add(int index, Monomial scale) {
        Term term = program.terms().get(index);
        double[] n = term.numbers();
        int[] o = term.of();
        if (term.kind() == Term.Kind.CONSTANT) {
            if (!Double.isFinite(n[0])) {
                throw new Refused("a constant that is no number");
            }
            put(scale.times(Interval.of(n[0])));
        } else if (term.variables().cardinality() == 1) {
            put(scale.with(index));
        } else if (term.kind() == Term.Kind.SUM) {
            put(scale.times(Interval.of(n[0])));
            for (int i = 0; i < o.length; i++) {
                add(o[i], scale.times(Interval.of(n[i + 1])));
            }
        } else if (term.kind() == Term.Kind.PRODUCT && isWhole(Arrays.copyOfRange(n, 2, n.length))) {
            product(n, o, scale);
        } else if (term.kind() == Term.Kind.IF && isTruth(program.terms().get(o[0]))) {
            Monomial condition = scale.with(checked(o[0]));
            add(o[1], condition);
            add(o[2], scale);
            add(o[2], condition.times(Interval.of(-1)));
        } else {
            put(scale.with(checked(index)));
        }
    }

    private static boolean isWhole(double[] exponents) {
        return Arrays.stream(exponents).allMatch(e -> e == 1 || e == 2 || e == 3 || e == 4);
    }

    private static boolean isTruth(Term term) {
        return term.kind().compareTo(Term.Kind.LE) >= 0 && term.kind().compareTo(Term.Kind.NOT) <= 0;
    }

    private int checked(int term) {
        if (program.terms().get(term).variables().cardinality() > 2) {
            throw new Refused("a function of more than two variables is no sum of products");
        }
        return term;
    }

    private void product(double[] n, int[] o, Monomial scale) {
        List<Monomial> product = List.of(scale.times(Interval.of(n[0]).over(Interval.of(n[1]))));
        for (int i = 0; i < o.length; i++) {
            for (int k = 0; k < (int) n[i + 2]; k++) {
                Monomials next = new Monomials(program);
                for (Monomial m : product) {
                    next.add(o[i], m);
                }
                product = next.list();
            }
        }
        product.forEach(this::put);
    }

    private void put(Monomial monomial) {
        sum.merge(monomial.factors(), monomial.coefficient(), Interval::plus);
        if (sum.size() > MOST) {
            throw new Refused("too many products");
        }
    }
}
