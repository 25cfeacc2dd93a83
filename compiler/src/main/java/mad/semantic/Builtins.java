package mad.semantic;

import java.util.List;
import java.util.Map;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Type;

/** The names that need no import. */
public final class Builtins {
    private Builtins() {}

    static final Map<String, Expression.Collection.Kind> COLLECTIONS = Map.of(
            "layers", Expression.Collection.Kind.LAYERS,
            "backbone", Expression.Collection.Kind.BACKBONE,
            "parts", Expression.Collection.Kind.PARTS,
            "stages", Expression.Collection.Kind.STAGES,
            "levels", Expression.Collection.Kind.LEVELS);

    static final Map<String, Expression.Surrounding.Kind> SURROUNDINGS = Map.of(
            "in", Expression.Surrounding.Kind.IN,
            "first", Expression.Surrounding.Kind.FIRST,
            "size", Expression.Surrounding.Kind.SIZE,
            "pixels", Expression.Surrounding.Kind.PIXELS);

    static final Map<String, Expression.Outcome.Kind> OUTCOMES = Map.of(
            "objective", Expression.Outcome.Kind.OBJECTIVE,
            "bound", Expression.Outcome.Kind.BOUND,
            "gap", Expression.Outcome.Kind.GAP);

    static final Map<String, Operator> FUNCTIONS = Map.of(
            "log", Operator.LOG,
            "exp", Operator.EXP,
            "sqrt", Operator.SQRT,
            "floor", Operator.FLOOR,
            "ceil", Operator.CEIL,
            "round", Operator.ROUND,
            "abs", Operator.ABS,
            "mod", Operator.MOD,
            "length", Operator.LENGTH);

    /** Every name that can be asked for anywhere, for suggestions. */
    public static List<String> all() {
        java.util.ArrayList<String> all = new java.util.ArrayList<>(COLLECTIONS.keySet());
        all.addAll(SURROUNDINGS.keySet());
        all.addAll(OUTCOMES.keySet());
        all.addAll(FUNCTIONS.keySet());
        for (Expression.Aggregate.Kind kind : Expression.Aggregate.Kind.values()) {
            all.add(kind.name().toLowerCase(java.util.Locale.ROOT));
        }
        all.sort(null);
        return all;
    }

    static Type surrounding(Expression.Surrounding.Kind kind) {
        return kind == Expression.Surrounding.Kind.FIRST ? Type.BOOL : Type.INT;
    }
}
