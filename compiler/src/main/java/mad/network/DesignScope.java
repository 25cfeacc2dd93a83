package mad.network;

import mad.diagnostic.Code;
import mad.model.Definition;

/** The {@code let}s of a design: some give the space its arguments, others speak of the network made of it. */
final class DesignScope {
    private DesignScope() {}

    /** The bindings that do not ask for the network; the others come with {@link #afterNetwork}. */
    static Context beforeNetwork(Definition.Design design, Context parameters, Interpreter interpreter) {
        Context bound = parameters;
        for (Definition.Binding binding : design.bindings()) {
            try {
                bound = bound.with(binding.symbol(), interpreter.value(binding.value(), bound));
            } catch (Stopped stopped) {
                Code code = stopped.diagnostic().code();
                // UNKNOWN_NAME: it stands on an earlier one that asks for the network.
                if (code != Code.NO_NETWORK_HERE && code != Code.UNKNOWN_NAME) {
                    throw stopped;
                }
            }
        }
        return bound;
    }

    /** All bindings, where {@code context} already sees the network. */
    static Context afterNetwork(Definition.Design design, Context context, Interpreter interpreter) {
        Context bound = context;
        for (Definition.Binding binding : design.bindings()) {
            bound = bound.with(binding.symbol(), interpreter.value(binding.value(), bound));
        }
        return bound;
    }
}
