package mad.lower;

import java.util.ArrayList;
import java.util.List;
import mad.model.Statement;
import mad.program.Term;
import mad.program.Terms;

/** Shapes and costs of {@code add}, {@code gate}, {@code concat} and {@code attend}. */
record Joins(Terms t, Validity validity) {
    /** What counts as entering a join, what leaves it, and its multiply-accumulates. */
    record Joined(Extent in, Extent out, Term macs) {}

    /** @param exists for each branch where it is there; the first always is */
    Joined join(Statement.Layer layer, List<Term> args, List<Extent> left, List<Term> exists, Term guard) {
        Extent first = left.getFirst();
        Term none = t.constant(0);
        return switch (layer.primitive()) {
            case ADD -> {
                for (int i = 1; i < left.size(); i++) {
                    validity.same(layer, first, left.get(i), t.and(List.of(guard, exists.get(i))));
                }
                yield new Joined(first, first, none);
            }
            case GATE -> {
                for (int i = 1; i < left.size(); i++) {
                    validity.gates(layer, first, left.get(i), t.and(List.of(guard, exists.get(i))));
                }
                yield new Joined(first, first, none);
            }
            case CONCAT -> {
                List<Term> channels = new ArrayList<>();
                for (int i = 0; i < left.size(); i++) {
                    validity.sameSize(layer, first, left.get(i), t.and(List.of(guard, exists.get(i))));
                    channels.add(t.multiply(exists.get(i), left.get(i).channels()));
                }
                Extent all = first.withChannels(t.sum(channels));
                yield new Joined(all, all, none);
            }
            case ATTEND -> {
                Extent keys = left.get(1);
                Extent values = left.get(2);
                validity.attends(layer, first, keys, values, args.getFirst(), guard);
                Term macs = t.add(
                        t.multiply(first.pixels(t), keys.elements(t)), t.multiply(first.pixels(t), values.elements(t)));
                yield new Joined(first, first.withChannels(values.channels()), macs);
            }
            default -> throw new IllegalArgumentException(layer.primitive() + " is no join");
        };
    }
}
