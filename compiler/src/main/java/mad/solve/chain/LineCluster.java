package mad.solve.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import mad.program.Constraint;
import mad.program.Program;
import mad.program.Term;
import org.jspecify.annotations.Nullable;

/**
 * The variables between two shared ones, and what they contribute to each quantity: a sum of {@link Shape}s, each a product of
 * a function of the left variable, one of the right and one of the wide variable, scaled by functions of the small ones.
 *
 * @param left shared with the cluster before, -1 for none; {@code right} likewise
 * @param wide the private variable that is never enumerated, -1 for none
 * @param narrow private variables that are enumerated
 * @param affine private variables in which every quantity is affine: only the ends of their ranges matter
 * @param wideRange by position of the right variable the positions of the wide one that local conditions leave, inclusive
 * @param leftRange the same of the left variable
 */
record LineCluster(
        int left,
        int right,
        int wide,
        int[] narrow,
        int[] affine,
        List<Shape> shapes,
        int[][] wideRange,
        int[][] leftRange)
        implements Cluster {
    /** Domains up to this size are enumerated. */
    static final int NARROW = 8;

    /**
     * @param left by position of the left variable, null for no dependence; so {@code right} and {@code wide}
     * @param pair by position of the left, then the right variable; null where the shape is a product
     */
    record Shape(
            double @Nullable [] left,
            double @Nullable [] right,
            double @Nullable [] wide,
            double @Nullable [][] pair,
            List<Member> members) {}

    /** What a shape adds to one quantity: {@code coefficient} times functions of small variables, by their positions. */
    record Member(int quantity, double coefficient, List<Small> small) {}

    record Small(int variable, double[] table) {}

    static @Nullable LineCluster of(
            Program program,
            Functions functions,
            TreeSet<Integer> group,
            int left,
            int right,
            List<Part> parts,
            List<Constraint> local,
            StringBuilder why) {
        if (local.stream().anyMatch(c -> c.body().variables().size() > 2 && holds(group, c))) {
            why.append("a condition on more than two variables");
            return null;
        }
        List<Monomial> monomials = parts.stream().map(Part::monomial).toList();
        List<Integer> privates =
                group.stream().filter(v -> v != left && v != right).toList();
        List<Integer> affine = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int v : privates) {
            boolean bound = local.stream()
                    .anyMatch(c -> c.body().variables().size() > 1
                            && c.body().variables().contains(v));
            (!bound && functions.size(v) > 2 && isAffine(v, functions, monomials) ? affine : others).add(v);
        }
        int wide = others.stream()
                .filter(v -> functions.size(v) > NARROW)
                .max((a, b) -> Integer.compare(functions.size(a), functions.size(b)))
                .orElse(-1);
        List<Integer> narrow = others.stream().filter(v -> v != wide).toList();
        double combinations = 1;
        for (int v : narrow) {
            combinations *= functions.size(v);
        }
        if (combinations > 512) {
            why.append("too many private choices between two shared variables");
            return null;
        }
        Compiler compiler = new Compiler(functions, left, right, wide);
        for (Part part : parts) {
            if (!compiler.add(part)) {
                why.append("a product of three wide variables");
                return null;
            }
        }
        if (compiler.hasSeveralSlopes()) {
            why.append("a wide variable meets the one before it in two different ways");
            return null;
        }
        return new LineCluster(
                left,
                right,
                wide,
                narrow.stream().mapToInt(i -> i).toArray(),
                affine.stream().mapToInt(i -> i).toArray(),
                compiler.shapes(),
                ranges(functions, local, wide, right),
                ranges(functions, local, left, right));
    }

    @Override
    public double cells(Functions functions) {
        double choices = 1 << affine.length;
        for (int v : narrow) {
            choices *= functions.size(v);
        }
        double lefts = left < 0 ? 1 : functions.size(left);
        double rights = right < 0 ? 1 : functions.size(right);
        double wides = wide < 0 ? 1 : functions.size(wide);
        return choices * rights * (lefts + wides);
    }

    private static boolean holds(TreeSet<Integer> group, Constraint constraint) {
        return constraint.body().variables().indices().allMatch(group::contains);
    }

    @Override
    public void add(int[] point, double[] all) {
        for (Shape shape : shapes) {
            double factor = shape.left() == null ? 1 : shape.left()[point[left]];
            factor *= shape.right() == null ? 1 : shape.right()[point[right]];
            factor *= shape.wide() == null ? 1 : shape.wide()[point[wide]];
            factor *= shape.pair() == null ? 1 : shape.pair()[point[left]][point[right]];
            for (Member m : shape.members()) {
                double c = m.coefficient() * factor;
                for (Small small : m.small()) {
                    c *= small.table()[point[small.variable()]];
                }
                all[m.quantity()] += c;
            }
        }
    }

    @Override
    public Range range(int quantity, int[] lo, int[] hi) {
        double least = 0;
        double most = 0;
        for (Shape s : shapes) {
            for (Member m : s.members()) {
                if (m.quantity() != quantity) {
                    continue;
                }
                if (s.pair() != null) {
                    return Range.ENTIRE;
                }
                Range r = new Range(m.coefficient(), m.coefficient());
                if (s.left() != null) {
                    r = r.times(Range.of(s.left(), lo[left], hi[left]));
                }
                if (s.right() != null) {
                    r = r.times(Range.of(s.right(), lo[right], hi[right]));
                }
                if (s.wide() != null) {
                    r = r.times(Range.of(s.wide(), lo[wide], hi[wide]));
                }
                for (Small small : m.small()) {
                    r = r.times(Range.of(small.table(), lo[small.variable()], hi[small.variable()]));
                }
                least += r.lo();
                most += r.hi();
            }
        }
        return new Range(least, most);
    }

    @Override
    public boolean carries() {
        return shapes.stream().flatMap(s -> s.members().stream()).anyMatch(m -> m.quantity() == Chain.CARRIED);
    }

    @Override
    public ClusterMaximum maximum(Functions functions, double @Nullable [] weightOf, @Nullable ClusterMaximum before) {
        return new LineMaximum(this, functions, weightOf, before);
    }

    static boolean isAffine(int variable, Functions functions, List<Monomial> monomials) {
        int size = functions.size(variable);
        double first = functions.value(variable, 0);
        double last = functions.value(variable, size - 1);
        for (Monomial m : monomials) {
            List<Term> own = m.factors().stream()
                    .filter(f -> f.variables().contains(variable))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            if (own.size() > 1 || own.getFirst().variables().size() > 1) {
                return false;
            }
            double[] table = functions.of(own.getFirst());
            for (int i = 0; i < size; i++) {
                double t = size == 1 ? 0 : (functions.value(variable, i) - first) / (last - first);
                double line = table[0] + t * (table[size - 1] - table[0]);
                if (Math.abs(table[i] - line) > 1e-13 * Math.max(1, Math.abs(line))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** For each position of {@code by} the first and last position of {@code of} that all conditions on the two allow. */
    private static int[][] ranges(Functions functions, List<Constraint> local, int of, int by) {
        int n = by < 0 ? 1 : functions.size(by);
        int size = of < 0 ? 1 : functions.size(of);
        int[][] ranges = new int[n][];
        for (int i = 0; i < n; i++) {
            ranges[i] = new int[] {0, size - 1};
        }
        if (of < 0 || by < 0) {
            return ranges;
        }
        for (Constraint c : local) {
            boolean both = c.body().variables().size() == 2
                    && c.body().variables().contains(of)
                    && c.body().variables().contains(by);
            if (!both) {
                continue;
            }
            Functions.OfTwo value = functions.ofTwo(c.body(), by, of);
            for (int i = 0; i < n; i++) {
                int lo = ranges[i][0];
                int hi = ranges[i][1];
                while (lo <= hi && breaks(c, value.at(i, lo))) {
                    lo++;
                }
                while (hi >= lo && breaks(c, value.at(i, hi))) {
                    hi--;
                }
                ranges[i] = new int[] {lo, hi};
            }
        }
        return ranges;
    }

    /** Multiplying out rounds in another way: what breaks a condition by less may well keep it. */
    static boolean breaks(Constraint c, double value) {
        return c.violation(value) > 1e-9 * Math.max(1, Math.abs(c.bound()));
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

    /** Sorts monomials into shapes. */
    private static final class Compiler {
        private final Functions functions;
        private final int left;
        private final int right;
        private final int wide;
        private final Map<List<Object>, Shape> shapes = new LinkedHashMap<>();

        Compiler(Functions functions, int left, int right, int wide) {
            this.functions = functions;
            this.left = left;
            this.right = right;
            this.wide = wide;
        }

        List<Shape> shapes() {
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
            if (mixed.size() > 1 || own < 0 || functions.size(own) > NARROW) {
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
    }
}
