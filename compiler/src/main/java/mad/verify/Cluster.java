package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables that belong together: the one shared with the cluster before, the one shared with the next, one with a large domain, and small
 * ones. Each {@link Shape} is a product of a function of the left, one of the right and one of the wide variable, in any of the sums.
 */
final class Cluster {
    /** @param pair by position of the left variable, of the right one; null where the shape is a product */
    record Shape(
            @Nullable Table left,
            @Nullable Table right,
            @Nullable Table wide,
            Table @Nullable [] pair,
            List<Member> members) {}

    /** A shape's part of one sum: a coefficient times functions of small variables. */
    record Member(int sum, Interval coefficient, List<Small> small) {}

    record Small(int variable, Table table) {}

    final int left;
    final int right;
    final int wide;
    final int[] enumerated;
    /** Variables in which every sum is affine: a maximum is at one end of their range. */
    final int[] affine;

    final BitSet variables = new BitSet();
    private final Map<List<Object>, Shape> shapes = new HashMap<>();
    private final List<Shape> inOrder = new ArrayList<>();
    private @Nullable Table slope;

    /** A cluster of which a certificate says who plays which part; {@code affine} is believed only of what is affine by its form. */
    Cluster(Json json, BitSet affineByForm, int count) {
        int[] ends = json.get("ends").wholes(-1, count);
        if (ends.length != 3) {
            throw new Refused("a cluster has a left, a right and a wide variable");
        }
        left = ends[0];
        right = ends[1];
        wide = ends[2];
        int[] claimed = json.get("affine").wholes(0, count);
        affine = Arrays.stream(claimed).filter(affineByForm::get).toArray();
        List<Integer> others = new ArrayList<>();
        Arrays.stream(json.get("narrow").wholes(0, count)).forEach(others::add);
        Arrays.stream(claimed).filter(v -> !affineByForm.get(v)).forEach(others::add);
        enumerated = others.stream().mapToInt(v -> v).toArray();
        for (int end : ends) {
            if (end >= 0) {
                variables.set(end);
            }
        }
        Arrays.stream(affine).forEach(variables::set);
        Arrays.stream(enumerated).forEach(variables::set);
        int parts = (int) Arrays.stream(ends).filter(v -> v >= 0).count() + affine.length + enumerated.length;
        if (parts != variables.cardinality()) {
            throw new Refused("a variable plays two parts in one cluster");
        }
    }

    List<Shape> shapes() {
        return inOrder;
    }

    /** The function of the wide variable that the left one is multiplied with; null for none. */
    @Nullable
    Table slope() {
        return slope;
    }

    boolean holds(Program program, List<Integer> factors) {
        BitSet all = new BitSet();
        factors.forEach(f -> all.or(program.terms().get(f).variables()));
        all.andNot(variables);
        return all.isEmpty();
    }

    /** A function of one variable: a term of one, or a term of two at a position of the other one, which is enumerated. */
    private record Slice(int term, int position, int variable, Table table) {
        static @Nullable Table product(List<Slice> slices) {
            return slices.stream().map(Slice::table).reduce(Table::times).orElse(null);
        }

        /** What tells it from others. */
        List<Integer> name() {
            return List.of(term, position);
        }
    }

    /** Takes a monomial in; false where it has no form that this cluster can maximise. */
    boolean add(Program program, Functions functions, int sum, Monomials.Monomial monomial) {
        List<Slice> slices = new ArrayList<>();
        List<Integer> pairs = new ArrayList<>();
        int mixed = -1;
        for (int f : monomial.factors()) {
            BitSet of = program.terms().get(f).variables();
            if (of.cardinality() == 1) {
                slices.add(new Slice(f, 0, of.nextSetBit(0), functions.of(f)));
            } else if (left >= 0 && right >= 0 && of.cardinality() == 2 && of.get(left) && of.get(right)) {
                pairs.add(f);
            } else if (mixed < 0 && of.cardinality() == 2) {
                mixed = f;
            } else {
                return false;
            }
        }
        if (mixed < 0) {
            return add(functions, sum, monomial.coefficient(), slices, pairs, List.of());
        }
        BitSet of = program.terms().get(mixed).variables();
        int one = of.nextSetBit(0);
        int other = of.nextSetBit(one + 1);
        int small = isEnumerated(one) ? one : other;
        int large = isEnumerated(one) ? other : one;
        Table[] tables = functions.pairs(List.of(mixed), small, large);
        if (!isEnumerated(small) || tables == null) {
            return false;
        }
        for (int i = 0; i < tables.length; i++) {
            List<Slice> here = new ArrayList<>(slices);
            here.add(new Slice(mixed, i, large, tables[i]));
            List<Small> at = List.of(new Small(small, Table.at(i, tables.length)));
            if (!add(functions, sum, monomial.coefficient(), here, pairs, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean isEnumerated(int variable) {
        return Arrays.stream(enumerated).anyMatch(v -> v == variable);
    }

    private boolean add(
            Functions functions,
            int sum,
            Interval coefficient,
            List<Slice> slices,
            List<Integer> pairs,
            List<Small> at) {
        List<Slice> ofLeft = slices.stream().filter(s -> s.variable == left).toList();
        List<Slice> ofRight = slices.stream().filter(s -> s.variable == right).toList();
        List<Slice> ofWide = slices.stream().filter(s -> s.variable == wide).toList();
        List<Small> small = new ArrayList<>(at);
        slices.stream()
                .filter(s -> s.variable != left && s.variable != right && s.variable != wide)
                .forEach(s -> small.add(new Small(s.variable, s.table)));
        if (!ofWide.isEmpty() && (!pairs.isEmpty() || !ofLeft.isEmpty() && !ofRight.isEmpty())) {
            return false;
        }
        Table wideTable = Slice.product(ofWide);
        if (!ofLeft.isEmpty() && wideTable != null) {
            if (slope != null && !slope.isSame(wideTable)) {
                return false;
            }
            slope = wideTable;
        }
        List<Object> names = new ArrayList<>(pairs);
        for (List<Slice> part : List.of(ofLeft, ofRight, ofWide)) {
            names.add(part.stream().map(Slice::name).toList());
        }
        Shape shape = shapes.computeIfAbsent(names, key -> {
            Shape made = new Shape(
                    Slice.product(ofLeft),
                    Slice.product(ofRight),
                    wideTable,
                    functions.pairs(pairs, left, right),
                    new ArrayList<>());
            inOrder.add(made);
            return made;
        });
        shape.members.add(new Member(sum, coefficient, small));
        return true;
    }
}
