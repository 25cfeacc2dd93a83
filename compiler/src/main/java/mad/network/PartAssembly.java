package mad.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import mad.model.Definition;

/** Makes one part: takes its alternative, evaluates the arguments and the depth, and runs the block that often. */
final class PartAssembly {
    private final Interpreter interpreter;
    private final Assembly assembly;
    private final Decisions decisions;

    PartAssembly(Interpreter interpreter, Assembly assembly, Decisions decisions) {
        this.interpreter = interpreter;
        this.assembly = assembly;
        this.decisions = decisions;
    }

    /**
     * @param index among all parts, from 0
     * @param ordinal among the parts of its kind, from 1
     * @param context what the space's own expressions see
     */
    PlacedPart place(Definition.Part part, int index, int ordinal, Shape in, Context context) {
        Definition.Choice choice = part.choices().get(choice(part));
        Map<String, Value> arguments = arguments(choice, context);
        long depth = depth(part, context);
        int before = assembly.layers().size();
        Tensor at = assembly.tensor(in);
        for (long repetition = 0; repetition < depth; repetition++) {
            interpreter.work().step(part.span());
            at = repetition(part, choice, arguments, at, index, repetition, context);
        }
        List<PlacedLayer> all = assembly.layers();
        return new PlacedPart(
                part,
                index,
                ordinal,
                choice.block(),
                arguments,
                depth,
                in,
                at.shape(),
                new ArrayList<>(all.subList(before, all.size())));
    }

    private int choice(Definition.Part part) {
        int choices = part.choices().size();
        if (choices == 1) {
            return 0;
        }
        String name = part.name() + ".block";
        OptionalDouble chosen = decisions.find(name);
        double value = chosen.orElseThrow(() -> Stopped.at(part.span(), NetworkMessages.undecided(name)));
        if (!Numerals.isWhole(value) || value < 0 || value >= choices) {
            throw Stopped.at(
                    part.span(),
                    NetworkMessages.outsideRange(name, value, "a whole number from 0 to " + (choices - 1)));
        }
        return (int) value;
    }

    /** In evaluation order, in which an argument sees the siblings before it. */
    private Map<String, Value> arguments(Definition.Choice choice, Context context) {
        Map<String, Value> arguments = new HashMap<>();
        Context siblings = context;
        for (Definition.Argument argument : choice.args()) {
            Value value = interpreter.value(argument.value(), siblings);
            arguments.put(argument.parameter().name(), value);
            siblings = siblings.with(argument.symbol(), value);
        }
        return arguments;
    }

    private long depth(Definition.Part part, Context context) {
        double depth = interpreter.number(part.depth(), context);
        if (!Numerals.isWhole(depth) || depth < 1) {
            throw Stopped.at(
                    part.depth().span(),
                    NetworkMessages.outsideRange(part.name() + ".depth", depth, "a whole number, at least 1"));
        }
        return (long) depth;
    }

    private Tensor repetition(
            Definition.Part part,
            Definition.Choice choice,
            Map<String, Value> arguments,
            Tensor in,
            int index,
            long repetition,
            Context space) {
        Surroundings around = new Surroundings(in.shape(), repetition == 0);
        // A body in place is a block that sees the names of the space; to others they mean nothing.
        Context outside = new Context(space.scope(), around, null);
        Context context = Arguments.bind(choice.block().parameters(), arguments, outside, choice.span(), interpreter);
        boolean head = part.kind() == Definition.PartKind.HEAD;
        Place spot = new Place(index, head, repetition, true, List.of(), part.span());
        Frame frame = new Frame(outside, null, spot, new LinkedHashSet<>());
        return assembly.run(choice.block().body(), in, frame.inside(choice.block(), context, null));
    }
}
