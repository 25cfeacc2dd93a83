package mad.network;

import java.util.function.Supplier;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions on one network. Each question has a limit of work of its own. */
public final class Evaluator {
    private final Context context;
    private final Definition.Space space;
    private final Definition.@Nullable Design design;

    private Evaluator(Context context, Definition.Space space, Definition.@Nullable Design design) {
        this.context = context;
        this.space = space;
        this.design = design;
    }

    /** Sees the names of the space. */
    static Evaluator of(Context spaceNames, Network network) {
        return new Evaluator(spaceNames.seeing(View.of(network)), network.space(), null);
    }

    /** Sees the names of the space and of the design. */
    static Evaluator of(Definition.Design design, Context parameters, Context spaceNames, Network network) {
        Context names = spaceNames;
        for (Parameter parameter : design.parameters()) {
            Value value = parameters.scope().find(parameter.symbol());
            if (value != null) {
                names = names.with(parameter.symbol(), value);
            }
        }
        Interpreter interpreter = new Interpreter(Decisions.NONE, Outcome.UNKNOWN);
        Context all = DesignScope.afterNetwork(design, names.seeing(View.of(network)), interpreter);
        return new Evaluator(all, network.space(), design);
    }

    /** An expression that needs no network, such as the arguments of a design in a {@code check}. */
    public static Evaluation constant(Expression expression) {
        return guarded(() -> new Interpreter(Decisions.NONE, Outcome.UNKNOWN).value(expression, Context.NOTHING));
    }

    public Evaluation evaluate(Expression expression) {
        return evaluate(expression, Outcome.UNKNOWN);
    }

    /** As in a {@code check}: {@code outcome} is what the solver says of the design. */
    public Evaluation evaluate(Expression expression, Outcome outcome) {
        return guarded(() -> new Interpreter(Decisions.NONE, outcome).value(expression, context));
    }

    /** The expression on {@code part} alone: metrics in it see its layers, as if they were asked of it. */
    public Evaluation evaluate(Expression expression, PlacedPart part) {
        Context focused = context.seeing(Selection.whole(context).part(part));
        return guarded(() -> new Interpreter(Decisions.NONE, Outcome.UNKNOWN).value(expression, focused));
    }

    /** What keeps a condition, such as that of a {@code check}, from holding; nothing where it holds. */
    public Judgement judge(Definition.Requirement requirement, Outcome outcome) {
        try {
            Interpreter interpreter = new Interpreter(Decisions.NONE, outcome);
            return new Judgement.Decided(Explanation.failures(requirement.condition(), context, interpreter));
        } catch (Stopped stopped) {
            return new Judgement.Undecided(stopped.diagnostic());
        }
    }

    /** Everything the space and the design ask of this network. */
    public Assessment assess() {
        return new AssessmentBuilder(space, design, context).assess();
    }

    private static Evaluation guarded(Supplier<Value> evaluation) {
        try {
            return new Evaluation.Known(evaluation.get());
        } catch (Stopped stopped) {
            return new Evaluation.Unknown(stopped.diagnostic());
        }
    }
}
