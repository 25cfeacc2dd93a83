package mad.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mad.model.Definition;
import mad.model.Parameter;
import mad.program.Term;
import mad.program.Terms;

/**
 * Writes out one part. Its depth stays a term: the first repetition once, then the others together, as often as the depth says,
 * where they all look alike; one by one where each changes the shape that the next one sees.
 */
final class PartElaborator {
    private static final int MOST_REPETITIONS = 4096;

    private final Terms t;
    private final Evaluator evaluator;
    private final Elaborator elaborator;

    PartElaborator(Terms t, Evaluator evaluator, Elaborator elaborator) {
        this.t = t;
        this.evaluator = evaluator;
        this.elaborator = elaborator;
    }

    private record Filled(Extent out, Map<String, Symbolic> arguments, List<SymbolicLayer> layers) {}

    SymbolicPart part(Definition.Part part, int position, int index, Extent in, Environment space) {
        Term depth = evaluator.number(part.depth(), Context.of(space));
        elaborator.depth(part, depth);
        List<Definition.Choice> choices = part.choices();
        if (choices.size() == 1) {
            Filled filled = fill(part, choices.getFirst(), t.truth(true), depth, in, space);
            return new SymbolicPart(part, position, index, in, filled.out, depth, filled.arguments, filled.layers);
        }
        List<String> names = choices.stream().map(c -> c.block().name()).toList();
        Term chosen = evaluator.decider().choose(part.name() + ".block", names, part.span());
        Extent out = null;
        Map<String, Symbolic> arguments = new LinkedHashMap<>();
        List<SymbolicLayer> layers = new ArrayList<>();
        for (int k = choices.size() - 1; k >= 0; k--) {
            Term selected = t.eq(chosen, t.constant(k));
            Filled filled = fill(part, choices.get(k), selected, depth, in, space);
            out = out == null ? filled.out : filled.out.orElse(selected, out, t);
            for (Map.Entry<String, Symbolic> a : filled.arguments.entrySet()) {
                Symbolic other = arguments.get(a.getKey());
                arguments.put(a.getKey(), other == null ? a.getValue() : either(selected, a.getValue(), other, part));
            }
            layers.addAll(0, filled.layers);
        }
        return new SymbolicPart(part, position, index, in, Objects.requireNonNull(out), depth, arguments, layers);
    }

    private Symbolic either(Term selected, Symbolic a, Symbolic b, Definition.Part part) {
        boolean numbers = a instanceof Symbolic.Num && b instanceof Symbolic.Num;
        boolean truths = a instanceof Symbolic.Truth && b instanceof Symbolic.Truth;
        return numbers || truths ? evaluator.either(selected, a, b, part.span()) : a;
    }

    private Filled fill(
            Definition.Part part, Definition.Choice choice, Term selected, Term depth, Extent in, Environment space) {
        Map<String, Symbolic> arguments = new LinkedHashMap<>();
        Environment chosen = space.under(selected);
        Environment siblings = chosen;
        for (Definition.Argument argument : choice.args()) {
            Symbolic value = evaluator.value(argument.value(), Context.of(siblings));
            arguments.put(argument.parameter().name(), value);
            siblings = siblings.with(argument.symbol(), value);
        }
        boolean head = part.kind() == Definition.PartKind.HEAD;
        Repetition repetition = new Repetition(choice, arguments, chosen, head);
        List<SymbolicLayer> layers = new ArrayList<>();
        Extent out = repetition.run(in, selected, true);
        layers.addAll(elaborator.take());
        if (depth.interval().hi() > 1) {
            Term deeper = t.and(List.of(selected, t.lt(t.constant(1), depth)));
            Extent second = repetition.run(out, deeper, false);
            List<SymbolicLayer> rest = elaborator.take();
            if (second.equals(out)) {
                Term others = t.subtract(depth, t.constant(1));
                rest.forEach(l -> layers.add(repeated(l, deeper, selected, others)));
            } else {
                layers.addAll(rest);
                out = unroll(part, repetition, out, second, selected, depth, layers);
            }
        }
        return new Filled(out, arguments, layers);
    }

    /** A layer of the second repetition, standing for all later ones: its guard says "depth above 1", its count says D - 1. */
    private SymbolicLayer repeated(SymbolicLayer layer, Term deeper, Term selected, Term others) {
        if (layer.multiplicity() == deeper) {
            Term count = t.multiply(selected, others);
            return layer.occurring(count);
        }
        return layer.times(others, t);
    }

    private Extent unroll(
            Definition.Part part,
            Repetition repetition,
            Extent first,
            Extent second,
            Term selected,
            Term depth,
            List<SymbolicLayer> layers) {
        double most = depth.interval().hi();
        if (most > MOST_REPETITIONS) {
            throw new Refusal(LoweringMessages.tooMuch(part.depth().span(), MOST_REPETITIONS));
        }
        Extent at = second;
        Extent out = second.orElse(t.lt(t.constant(1), depth), first, t);
        for (int i = 3; i <= most; i++) {
            Term reached = t.le(t.constant(i), depth);
            at = repetition.run(at, t.and(List.of(selected, reached)), false);
            layers.addAll(elaborator.take());
            out = at.orElse(reached, out, t);
        }
        return out;
    }

    /** One repetition of a part's block. */
    private final class Repetition {
        private final Definition.Choice choice;
        private final Map<String, Symbolic> arguments;
        private final Environment space;
        private final boolean head;

        Repetition(Definition.Choice choice, Map<String, Symbolic> arguments, Environment space, boolean head) {
            this.choice = choice;
            this.arguments = new HashMap<>(arguments);
            this.space = space;
            this.head = head;
        }

        Extent run(Extent in, Term guard, boolean first) {
            List<Parameter> parameters = choice.block().parameters();
            List<Symbolic> args = parameters.stream()
                    .map(p -> Objects.requireNonNull(arguments.get(p.name())))
                    .toList();
            Environment scope = space.at(new Environment.Surroundings(in, first));
            Environment bound = elaborator.bind(scope, parameters, args, first, choice.span(), guard);
            return elaborator
                    .run(
                            choice.block().body(),
                            elaborator.tensor(in),
                            elaborator.part(choice.block(), bound, guard, head, first))
                    .extent();
        }
    }
}
