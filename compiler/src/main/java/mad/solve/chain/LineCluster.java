package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
        LineShapes shapes = new LineShapes(functions, left, right, wide);
        for (Part part : parts) {
            if (!shapes.add(part)) {
                why.append("a product of three wide variables");
                return null;
            }
        }
        if (shapes.hasSeveralSlopes()) {
            why.append("a wide variable meets the one before it in two different ways");
            return null;
        }
        return new LineCluster(
                left,
                right,
                wide,
                narrow.stream().mapToInt(i -> i).toArray(),
                affine.stream().mapToInt(i -> i).toArray(),
                shapes.all(),
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
}
