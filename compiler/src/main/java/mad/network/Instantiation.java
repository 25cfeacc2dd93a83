package mad.network;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;

/** A space or design under given decisions: a network, or why there is none. */
public sealed interface Instantiation {
    /**
     * @param violations decisions whose values are not in their domains; the network was built with them all the same
     * @param evaluator answers questions about the network
     */
    record Built(Network network, List<Violation> violations, Evaluator evaluator) implements Instantiation {
        public Built {
            violations = List.copyOf(violations);
        }
    }

    /** Feature maps that do not fit together, groups that do not divide, a number outside its range, too much work … */
    record Invalid(Diagnostic diagnostic) implements Instantiation {}

    static Instantiation of(Definition.Design design, List<Value> args, Decisions decisions) {
        return of(design, Arguments.named(design.parameters(), args), decisions);
    }

    /** @param args by the names of the design's parameters; those left out have their defaults */
    static Instantiation of(Definition.Design design, Map<String, Value> args, Decisions decisions) {
        return guarded(design, () -> {
            Interpreter interpreter = new Interpreter(decisions, Outcome.UNKNOWN);
            Context parameters = Arguments.bind(design.parameters(), args, Context.NOTHING, design.span(), interpreter);
            Context known = DesignScope.beforeNetwork(design, parameters, interpreter);
            List<Value> spaceArgs = interpreter.values(design.spaceArgs(), known);
            SpaceAssembly space = new SpaceAssembly(design.space(), spaceArgs, decisions, interpreter);
            Network network = space.network();
            return new Built(
                    network, interpreter.violations(), Evaluator.of(design, parameters, space.context(), network));
        });
    }

    static Instantiation of(Definition.Space space, List<Value> args, Decisions decisions) {
        return guarded(space, () -> {
            Interpreter interpreter = new Interpreter(decisions, Outcome.UNKNOWN);
            SpaceAssembly assembly = new SpaceAssembly(space, args, decisions, interpreter);
            Network network = assembly.network();
            return new Built(network, interpreter.violations(), Evaluator.of(assembly.context(), network));
        });
    }

    private static Instantiation guarded(Definition definition, Supplier<Built> build) {
        try {
            return build.get();
        } catch (Stopped stopped) {
            return new Invalid(stopped.diagnostic());
        } catch (ArithmeticException overflow) {
            return new Invalid(NetworkMessages.tooLarge().at(definition.span()));
        }
    }
}
