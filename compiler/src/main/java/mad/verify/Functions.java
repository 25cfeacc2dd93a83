package mad.verify;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of terms of one variable or two, each made once. */
final class Functions {
    private final Program program;
    private final Map<Integer, Table> tables = new HashMap<>();

    Functions(Program program) {
        this.program = program;
    }

    Table of(int term) {
        return tables.computeIfAbsent(term, t -> Table.of(program, t));
    }

    /** The product of terms of the same one variable; null of none. */
    @Nullable
    Table product(List<Integer> terms) {
        Table product = null;
        for (int term : terms) {
            product = product == null ? of(term) : product.times(of(term));
        }
        return product;
    }

    /** The product of terms of the same two variables, by position of the first; null of none. */
    Table @Nullable [] pairs(List<Integer> terms, int first, int second) {
        if (terms.isEmpty()) {
            return null;
        }
        Table[] product = new Table[program.variables().get(first).count()];
        Interval[] box = new Interval[program.variables().size()];
        Values values = new Values(program);
        List<int[]> reachable =
                terms.stream().map(t -> Values.reachable(program, t)).toList();
        for (int i = 0; i < product.length; i++) {
            box[first] = Interval.of(program.variables().get(first).value(i));
            int size = program.variables().get(second).count();
            product[i] = new Table(new double[size], new double[size]);
            for (int j = 0; j < size; j++) {
                box[second] = Interval.of(program.variables().get(second).value(j));
                Interval value = Interval.ONE;
                for (int[] term : reachable) {
                    value = value.times(values.at(term, box));
                }
                product[i].lo()[j] = value.isEmpty() ? 0 : value.lo();
                product[i].hi()[j] = value.isEmpty() ? 0 : value.hi();
            }
        }
        return product;
    }

    /** Variables that every term reads, if at all, in an affine way: as a sum of multiples, by the form of the terms. */
    static BitSet affine(Program program, List<Monomials.Monomial> monomials) {
        BitSet affine = new BitSet();
        affine.set(0, program.variables().size());
        for (Monomials.Monomial m : monomials) {
            BitSet met = new BitSet();
            for (int f : m.factors()) {
                BitSet of = program.terms().get(f).variables();
                if (!isAffine(program, f) || of.intersects(met)) {
                    affine.andNot(of);
                }
                met.or(of);
            }
        }
        return affine;
    }

    private static boolean isAffine(Program program, int index) {
        Term term = program.terms().get(index);
        return switch (term.kind()) {
            case CONSTANT, VARIABLE -> true;
            case SUM -> java.util.Arrays.stream(term.of()).allMatch(o -> isAffine(program, o));
            case PRODUCT -> term.of().length == 1 && term.numbers()[2] == 1 && isAffine(program, term.of()[0]);
            default -> false;
        };
    }
}
