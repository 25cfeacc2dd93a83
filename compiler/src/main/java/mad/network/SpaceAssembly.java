package mad.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;

/** Makes the network of a space: parameters and bindings, the input, then part after part. */
final class SpaceAssembly {
    private final Definition.Space space;
    private final Decisions decisions;
    private final Interpreter interpreter;
    private final Context context;

    SpaceAssembly(Definition.Space space, List<Value> args, Decisions decisions, Interpreter interpreter) {
        this.space = space;
        this.decisions = decisions;
        this.interpreter = interpreter;
        this.context = bindings(args);
    }

    /** What expressions of the space see: its parameters and bindings. */
    Context context() {
        return context;
    }

    private Context bindings(List<Value> args) {
        Context bound = Arguments.bind(
                space.parameters(),
                Arguments.named(space.parameters(), args),
                Context.NOTHING,
                space.span(),
                interpreter);
        for (Definition.Binding binding : space.bindings()) {
            bound = bound.with(binding.symbol(), interpreter.value(binding.value(), bound));
        }
        return bound;
    }

    Network network() {
        Shape input = input();
        Assembly assembly = new Assembly(interpreter);
        List<PlacedPart> parts = new ArrayList<>();
        Map<Definition.PartKind, Integer> ordinals = new EnumMap<>(Definition.PartKind.class);
        Shape at = input;
        for (Definition.Part part : space.parts()) {
            int ordinal = ordinals.merge(part.kind(), 1, Integer::sum);
            PlacedPart placed = place(assembly, part, parts.size(), ordinal, at);
            parts.add(placed);
            at = placed.out();
        }
        return new Network(space, input, parts, Level.of(parts), outputs(parts));
    }

    private PlacedPart place(Assembly assembly, Definition.Part part, int index, int ordinal, Shape in) {
        try {
            return new PartAssembly(interpreter, assembly, decisions).place(part, index, ordinal, in, context);
        } catch (Stopped stopped) {
            // The block may stand in another file; this tells which use of it went wrong, and on what.
            String entering = NetworkMessages.entering(part.name(), in);
            throw new Stopped(stopped.diagnostic().note(part.span(), entering));
        } catch (ArithmeticException overflow) {
            throw Stopped.at(part.span(), NetworkMessages.tooLarge());
        }
    }

    private Shape input() {
        Definition.Input input = space.input();
        return new Shape(
                axis(input.channels(), "channels"),
                axis(input.frames(), "frames"),
                axis(input.rows(), "height"),
                axis(input.columns(), "width"));
    }

    private long axis(Expression expression, String name) {
        double value = interpreter.number(expression, context);
        if (!Numerals.isWhole(value) || value < 1 || value > LayerArguments.LARGEST) {
            throw Stopped.at(
                    expression.span(),
                    NetworkMessages.outsideRange("input." + name, value, "a whole number, at least 1"));
        }
        return (long) value;
    }

    private Map<String, Shape> outputs(List<PlacedPart> parts) {
        Map<String, Shape> outputs = new LinkedHashMap<>();
        for (Definition.Output output : space.outputs()) {
            parts.stream()
                    .filter(part -> part.name().equals(output.part()))
                    .forEach(part -> outputs.put(part.name(), part.out()));
        }
        return outputs;
    }
}
