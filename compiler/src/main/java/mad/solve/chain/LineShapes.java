package mad.solve.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import mad.program.Term;
import mad.solve.chain.Cluster.Part;
import mad.solve.chain.LineCluster.Member;
import mad.solve.chain.LineCluster.Shape;
import mad.solve.chain.LineCluster.Small;
import org.jspecify.annotations.Nullable;

/** Sorts the monomials of a {@link LineCluster} into shapes. */
final class LineShapes {
    private final Functions functions;
    private final int left;
    private final int right;
    private final int wide;
    private final Map<List<Object>, Shape> shapes = new LinkedHashMap<>();

    LineShapes(Functions functions, int left, int right, int wide) {
        this.functions = functions;
        this.left = left;
        this.right = right;
        this.wide = wide;
    }

    List<Shape> all() {
        return List.copyOf(shapes.values());
    }

    /** Whether the left variable is multiplied with more than one function of the wide one: the lines would not be lines. */
    boolean hasSeveralSlopes() {
        return shapes.values().stream()
                        .filter(s -> s.left() != null && s.wide() != null)
                        .map(s -> DoubleStream.of(s.wide()).boxed().toList())
                        .distinct()
                        .count()
                > 1;
    }

    /** A function of two variables, one of them small, is a function of the other for each position of the small one. */
    boolean add(Part part) {
        List<Term> mixed =
                part.monomial().factors().stream().filter(this::isMixed).toList();
        if (mixed.isEmpty()) {
            return add(part, List.of(), List.of());
        }
        int own = mixed.getFirst()
                .variables()
                .indices()
                .filter(v -> !isWide(v))
                .findFirst()
                .orElse(-1);
        if (mixed.size() > 1 || own < 0 || functions.size(own) > LineCluster.NARROW) {
            return false;
        }
        for (int i = 0; i < functions.size(own); i++) {
            double[] here = new double[functions.size(own)];
            here[i] = 1;
            if (!add(part, List.of(new Slice(mixed.getFirst(), own, i)), List.of(new Small(own, here)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isMixed(Term f) {
        return f.variables().size() == 2
                && f.variables().indices().filter(this::isWide).count() == 1;
    }

    private boolean isWide(int variable) {
        return variable == left || variable == right || variable == wide;
    }

    private boolean add(Part part, List<Slice> slices, List<Small> positions) {
        List<Slice> onLeft = new ArrayList<>();
        List<Slice> onRight = new ArrayList<>();
        List<Slice> onWide = new ArrayList<>();
        List<Term> pairs = new ArrayList<>();
        List<Small> small = new ArrayList<>(positions);
        List<Slice> single = new ArrayList<>(slices);
        for (Term f : part.monomial().factors()) {
            if (f.variables().size() == 1) {
                single.add(new Slice(f, -1, 0));
            } else if (slices.isEmpty() || slices.getFirst().term() != f) {
                if (f.variables().size() > 2
                        || !f.variables().contains(left)
                        || !f.variables().contains(right)) {
                    return false;
                }
                pairs.add(f);
            }
        }
        for (Slice f : single) {
            int v = f.variable();
            if (v == left) {
                onLeft.add(f);
            } else if (v == right) {
                onRight.add(f);
            } else if (v == wide) {
                onWide.add(f);
            } else {
                small.add(new Small(v, f.table(functions)));
            }
        }
        if (!onWide.isEmpty() && (!pairs.isEmpty() || !onLeft.isEmpty() && !onRight.isEmpty())) {
            return false;
        }
        List<Object> key = List.of(onLeft, onRight, onWide, pairs);
        Shape shape = shapes.computeIfAbsent(
                key,
                k -> new Shape(product(onLeft), product(onRight), product(onWide), pair(pairs), new ArrayList<>()));
        shape.members().add(new Member(part.quantity(), part.monomial().coefficient(), small));
        return true;
    }

    private double @Nullable [] product(List<Slice> factors) {
        if (factors.isEmpty()) {
            return null;
        }
        double[] product = factors.getFirst().table(functions).clone();
        for (Slice f : factors.subList(1, factors.size())) {
            double[] table = f.table(functions);
            for (int i = 0; i < product.length; i++) {
                product[i] *= table[i];
            }
        }
        return product;
    }

    private double @Nullable [][] pair(List<Term> factors) {
        if (factors.isEmpty()) {
            return null;
        }
        double[][] product = functions.of(factors.getFirst(), left, right);
        for (Term f : factors.subList(1, factors.size())) {
            double[][] table = functions.of(f, left, right);
            for (int i = 0; i < product.length; i++) {
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] *= table[i][j];
                }
            }
        }
        return product;
    }

    /** A function of one variable: a term of one, or a term of two of which {@code fixed} is at a position; -1 for none. */
    private record Slice(Term term, int fixed, int position) {
        int variable() {
            return term.variables()
                    .indices()
                    .filter(v -> v != fixed)
                    .findFirst()
                    .orElseThrow();
        }

        double[] table(Functions functions) {
            return fixed < 0 ? functions.of(term) : functions.of(term, fixed, variable())[position];
        }
    }
}
