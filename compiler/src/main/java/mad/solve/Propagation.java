package mad.solve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mad.program.Domain;
import mad.program.Enclosure;
import mad.program.Interval;
import mad.program.Operation;
import mad.program.Program;
import mad.program.Term;
import mad.program.Variable;

/**
 * Feasibility-based bound tightening: rows narrow the box of the variables, forwards and backwards over the expression graph,
 * in the program's order, until little changes. Keeps every point that satisfies the rows in double arithmetic; real domains
 * shrink to intervals, discrete ones to the hull of their remaining values.
 */
final class Propagation {
    private static final int ROUNDS = 50;
    /** A round that shrinks no variable by more than this part of its width is the last. */
    private static final double SHRINK = 1e-3;

    private final List<Term> terms;
    private final Term[] termOf;
    private final Interval[] box;
    private final Enclosure[] known;
    /** By variable: the rows that narrowed it, directly or through others. */
    private final BitSet[] reasons;

    private final Map<Term, List<Term>> reads = new HashMap<>();
    private double shrunk;
    private long visits;

    private Propagation(Program program, Box start) {
        this.terms = program.terms();
        int size = terms.getLast().id() + 1;
        termOf = new Term[size];
        terms.forEach(term -> termOf[term.id()] = term);
        box = start.intervals().toArray(Interval[]::new);
        known = new Enclosure[size];
        reasons = new BitSet[box.length];
        for (int v = 0; v < box.length; v++) {
            reasons[v] = new BitSet();
        }
    }

    /** What is left of a box, or why nothing is. */
    sealed interface Narrowing {
        record Kept(Box box) implements Narrowing {}

        /** {@code row} cannot hold: its term lies in {@code reach}. {@code rows} are the sources that led there. */
        record Empty(Row row, Interval reach, BitSet rows) implements Narrowing {}
    }

    /** @param work terms to visit, after which the round at hand is the last */
    static Narrowing narrow(Program program, Box start, List<Row> rows, long work) {
        return new Propagation(program, start).run(rows, work);
    }

    /** All values of a term of the program over a box. */
    static Interval enclosure(Program program, Term term, Box box) {
        Propagation propagation = new Propagation(program, box);
        propagation.forward(term);
        return propagation.known[term.id()].interval();
    }

    /** The enclosures of all terms of the program over a box. */
    static Function<Term, Interval> enclosures(Program program, Box box) {
        Propagation propagation = new Propagation(program, box);
        propagation.forward(program.objective().term());
        program.constraints().forEach(c -> propagation.forward(c.body()));
        return t -> propagation.known[t.id()].interval();
    }

    private Narrowing run(List<Row> rows, long work) {
        for (int round = 0; round < ROUNDS && visits < work; round++) {
            shrunk = 0;
            for (Row row : rows) {
                forward(row.term());
                Interval reach = known[row.term().id()].interval();
                Optional<Interval> left = intersect(reach, row.allowed());
                if (left.isEmpty() || !backward(row, left.get())) {
                    return new Narrowing.Empty(row, reach, explanation(row));
                }
            }
            if (shrunk < SHRINK) {
                break;
            }
        }
        return new Narrowing.Kept(new Box(List.of(box)));
    }

    private BitSet explanation(Row row) {
        BitSet sources = new BitSet();
        row.term().variables().indices().forEach(v -> sources.or(reasons[v]));
        return sources;
    }

    /** The enclosure of a term over the current box; terms it does not read keep older ones. */
    private void forward(Term root) {
        visits += reads(root).size();
        for (Term term : reads(root)) {
            known[term.id()] = term.operation() instanceof Operation.Value(Variable variable)
                    ? new Enclosure(box[variable.index()], variable.domain().integral(), true)
                    : Enclosure.of(term.operation(), t -> known[t.id()]);
        }
    }

    private List<Term> reads(Term root) {
        List<Term> known = reads.get(root);
        if (known == null) {
            BitSet needed = new BitSet();
            needed.set(root.id());
            List<Term> found = new ArrayList<>();
            for (int id = root.id(); id >= 0; id = needed.previousSetBit(id - 1)) {
                found.add(termOf[id]);
                termOf[id].operation().operands().forEach(t -> needed.set(t.id()));
                if (id == 0) {
                    break;
                }
            }
            known = found.reversed();
            reads.put(root, known);
        }
        return known;
    }

    /** False when nothing is left. */
    private boolean backward(Row row, Interval allowed) {
        Interval[] need = new Interval[row.term().id() + 1];
        need[row.term().id()] = allowed;
        BitSet sources = explanation(row);
        if (row.source() >= 0) {
            sources.set(row.source());
        }
        Inverse inverse = new Inverse(t -> known[t.id()].interval());
        for (Term term : reads(row.term()).reversed()) {
            Interval wanted = need[term.id()];
            if (wanted == null) {
                continue;
            }
            Optional<Interval> left = intersect(known[term.id()].interval(), round(term, wanted));
            if (left.isEmpty()) {
                return false;
            }
            if (term.operation() instanceof Operation.Value(Variable variable)) {
                if (!shrink(variable, left.get(), sources)) {
                    return false;
                }
            } else {
                for (Inverse.Need operand : inverse.of(term.operation(), left.get())) {
                    int id = operand.term().id();
                    Optional<Interval> both =
                            need[id] == null ? Optional.of(operand.in()) : intersect(need[id], operand.in());
                    if (both.isEmpty()) {
                        return false;
                    }
                    need[id] = both.get();
                }
            }
        }
        return true;
    }

    /** Integers inside for an integral term; for others a little more, because their double values carry rounding. */
    private static Interval round(Term term, Interval wanted) {
        if (term.isIntegral()) {
            double lo = Math.ceil(wanted.lo());
            double hi = Math.floor(wanted.hi());
            return lo <= hi ? new Interval(lo, hi) : wanted;
        }
        if (term.operation() instanceof Operation.Value) {
            return wanted;
        }
        double room = 1e-12;
        return new Interval(
                Math.nextDown(wanted.lo() - room * Math.abs(wanted.lo())),
                Math.nextUp(wanted.hi() + room * Math.abs(wanted.hi())));
    }

    private boolean shrink(Variable variable, Interval wanted, BitSet sources) {
        Interval before = box[variable.index()];
        Optional<Interval> both = intersect(before, wanted);
        if (both.isEmpty()) {
            return false;
        }
        Optional<Interval> after = switch (variable.domain()) {
            case Domain.Discrete discrete -> hull(discrete, both.get());
            case Domain.Reals reals -> both;
        };
        if (after.isEmpty()) {
            return false;
        }
        if (!after.get().equals(before)) {
            box[variable.index()] = after.get();
            reasons[variable.index()].or(sources);
            shrunk = Math.max(shrunk, 1 - after.get().width() / before.width());
        }
        return true;
    }

    private static Optional<Interval> hull(Domain.Discrete domain, Interval interval) {
        long low = domain.indexOfNearest(interval.lo());
        long high = domain.indexOfNearest(interval.hi());
        low += domain.value(low) < interval.lo() ? 1 : 0;
        high -= domain.value(high) > interval.hi() ? 1 : 0;
        return low <= high ? Optional.of(new Interval(domain.value(low), domain.value(high))) : Optional.empty();
    }

    static Optional<Interval> intersect(Interval a, Interval b) {
        double lo = Math.max(a.lo(), b.lo());
        double hi = Math.min(a.hi(), b.hi());
        return lo <= hi ? Optional.of(new Interval(lo, hi)) : Optional.empty();
    }
}
