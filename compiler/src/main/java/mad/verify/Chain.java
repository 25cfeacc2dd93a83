package mad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import mad.verify.Monomials.Monomial;
import org.jspecify.annotations.Nullable;

/** A program's sums, dealt out to clusters in a line; products that reach over clusters are {@link Carried}. */
final class Chain {
    /** Values of a variable: functions of it are tabulated. */
    private static final int MOST = 100_000;

    final Rows rows;
    final List<Cluster> clusters = new ArrayList<>();
    /** By cluster: what its right variable adds to the weight of all that is carried from clusters before; null for nothing. */
    final @Nullable Table[] weights;

    /** By sum, what does not depend on variables. */
    final Interval[] constants;

    /** Of the objective and of each budget, how many times it has what {@link Carried} takes along. */
    final Interval[] shares;

    private final Program program;
    final Functions functions;
    private final Interval[] whole;

    Chain(Program program, Json json, boolean withObjective) {
        this.program = program;
        this.functions = new Functions(program);
        this.whole = program.whole();
        if (program.variables().stream().anyMatch(Domain::isReal)) {
            throw new Refused("a chain has no real variables");
        }
        if (program.variables().stream().anyMatch(v -> v.count() > MOST)) {
            throw new Refused("a variable of a chain has more than " + MOST + " values");
        }
        this.rows = Rows.of(program, withObjective);
        List<List<Monomial>> sums = sums();
        BitSet affine = Functions.affine(
                program,
                java.util.stream.Stream.concat(sums.stream(), java.util.stream.Stream.of(rows.objective()))
                        .flatMap(List::stream)
                        .toList());
        for (Json cluster : json.get("clusters").list()) {
            clusters.add(new Cluster(cluster, affine, program.variables().size()));
        }
        checkLine();
        List<List<Monomial>> carrying = new ArrayList<>(List.of(rows.objective()));
        rows.budgets().forEach(budget -> carrying.add(budget.sum()));
        Carried carried = new Carried(
                this,
                carrying,
                json.get("eager").truth(),
                json.get("eagerLimits").truth());
        weights = carried.weights;
        shares = carried.shares;
        constants = new Interval[sums.size()];
        Arrays.fill(constants, Interval.ZERO);
        constants[Relaxation.CARRIED] = carried.rest;
        deal(Relaxation.CARRIED, carried.sum);
        for (int sum = 2; sum < sums.size(); sum++) {
            deal(sum, sum - 1 < shares.length ? carried.locals.get(sum - 1) : sums.get(sum));
        }
        deal(Relaxation.OBJECTIVE, carried.locals.getFirst());
        for (int i = 0; i < shares.length; i++) {
            int sum = i == 0 ? Relaxation.OBJECTIVE : 1 + i;
            constants[sum] = constants[sum].plus(carried.left[i]);
        }
    }

    /** The sums of the rows, in the order of {@link Relaxation}; those of the objective come later. */
    private List<List<Monomial>> sums() {
        List<List<Monomial>> sums = new ArrayList<>(List.of(List.of(), List.of()));
        rows.budgets().forEach(b -> sums.add(b.sum()));
        rows.ratios().forEach(r -> {
            sums.add(r.depth());
            sums.add(r.logs());
        });
        rows.pieces().forEach(p -> sums.addAll(p.of()));
        return sums;
    }

    /** Neighbours share one variable, and no others are in two clusters. */
    private void checkLine() {
        BitSet seen = new BitSet();
        for (int i = 0; i < clusters.size(); i++) {
            Cluster cluster = clusters.get(i);
            BitSet own = (BitSet) cluster.variables.clone();
            if (i > 0) {
                if (cluster.left != clusters.get(i - 1).right) {
                    throw new Refused("clusters " + (i - 1) + " and " + i + " are not joined");
                }
                if (cluster.left >= 0) {
                    own.clear(cluster.left);
                }
            }
            if (own.intersects(seen)) {
                throw new Refused("a variable is in two clusters");
            }
            seen.or(own);
        }
        if (seen.nextClearBit(0) < program.variables().size()) {
            throw new Refused("a variable is in no cluster");
        }
    }

    int home(List<Integer> factors) {
        for (int i = 0; i < clusters.size(); i++) {
            if (clusters.get(i).holds(program, factors)) {
                return i;
            }
        }
        return -1;
    }

    private void deal(int sum, List<Monomial> monomials) {
        for (Monomial m : monomials) {
            int home = home(m.factors());
            if (m.factors().isEmpty()) {
                constants[sum] = constants[sum].plus(m.coefficient());
            } else if (home < 0 || !clusters.get(home).add(program, functions, sum, m)) {
                // of what is carried the weight is not known here
                if (m.coefficient().contains(0) && sum != Relaxation.CARRIED) {
                    constants[sum] = constants[sum].plus(magnitude(m));
                } else {
                    throw new Refused("a product of variables fits into no cluster");
                }
            }
        }
    }

    /** What a monomial may be at all. */
    Interval magnitude(Monomial m) {
        Values values = new Values(program);
        values.forward(whole);
        Interval product = m.coefficient();
        for (int f : m.factors()) {
            product = product.times(values.get(f));
        }
        return product;
    }

    boolean reads(int factor, int variable) {
        return variable >= 0 && program.terms().get(factor).variables().get(variable);
    }

    boolean isOfOne(int factor) {
        return program.terms().get(factor).variables().cardinality() == 1;
    }

    int lastShared(Monomial m) {
        int last = -1;
        for (int i = 0; i < clusters.size(); i++) {
            int right = clusters.get(i).right;
            if (m.factors().stream().anyMatch(f -> reads(f, right))) {
                last = i;
            }
        }
        return last;
    }
}
