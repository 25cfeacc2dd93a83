package mad.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mad.model.Expression;
import mad.model.Symbol;

/** Writes expressions for the explanation of a failure, with the stages and levels that their names stand for. */
record Rendering(Context context, Interpreter interpreter) {
    private static final String LEFT_OUT = "…";

    /** Both sides of a comparison that does not hold, with their values: {@code stage5.in 1024 > stage5.out 672}. */
    String contradiction(Expression.Apply comparison) {
        String relation = switch (comparison.operator()) {
            case LE -> " > ";
            case LT -> " >= ";
            case EQ -> " != ";
            case NE -> " == ";
            case ADD,
                    SUBTRACT,
                    MULTIPLY,
                    DIVIDE,
                    POWER,
                    NEGATE,
                    LOG,
                    EXP,
                    SQRT,
                    FLOOR,
                    CEIL,
                    ROUND,
                    ABS,
                    MOD,
                    AND,
                    OR,
                    NOT,
                    LENGTH -> " , ";
        };
        return valued(comparison.args().get(0))
                + relation
                + valued(comparison.args().get(1));
    }

    private String valued(Expression expression) {
        String text = text(expression);
        String value = interpreter.value(expression, context).text();
        if (expression instanceof Expression.Number || text.equals(value)) {
            return value;
        }
        return hasSigns(expression) ? text + " (" + value + ")" : text + " " + value;
    }

    /** {@code i = 3}; nothing for a stage or level, which is named where it is used. */
    String element(Symbol symbol) {
        Value value = context.scope().find(symbol);
        return switch (value) {
            case null -> "";
            case Value.PartValue part -> "";
            case Value.LevelValue level -> "";
            case Value.LayerValue layer -> symbol.name() + " = " + named(value);
            case Value.Num n -> symbol.name() + " = " + value.text();
            case Value.Bool b -> symbol.name() + " = " + value.text();
            case Value.Text t -> symbol.name() + " = " + value.text();
            case Value.ListOf l -> symbol.name() + " = " + value.text();
            case Value.Rec r -> symbol.name() + " = " + value.text();
        };
    }

    private String named(Value value) {
        if (value instanceof Value.LevelValue level) {
            return "levels[" + level.level().index() + "]";
        }
        View view = context.view();
        if (value instanceof Value.LayerValue layer && view != null) {
            int part = layer.layer().place().part();
            return value.text() + " in " + view.network().parts().get(part).name();
        }
        return value.text();
    }

    String text(Expression expression) {
        return switch (expression) {
            case Expression.Number e -> Numerals.text(e.value());
            case Expression.Text e -> "\"" + e.value() + "\"";
            case Expression.Bool e -> String.valueOf(e.value());
            case Expression.Local e -> local(e.symbol());
            case Expression.LetIn e -> text(e.value());
            case Expression.Call e ->
                e.args().isEmpty() ? e.function().name() : e.function().name() + arguments(e.args());
            case Expression.MetricOf e ->
                (e.part() == null ? "" : text(e.part()) + ".") + e.metric().name();
            case Expression.Apply e -> apply(e);
            case Expression.If e -> "if " + text(e.condition()) + " " + LEFT_OUT;
            case Expression.ListOf e -> "[" + LEFT_OUT + "]";
            case Expression.ListFor e -> listFor(e);
            case Expression.RecordOf e -> "{" + LEFT_OUT + "}";
            case Expression.Field e -> text(e.record()) + "." + e.name();
            case Expression.Index e -> text(e.list()) + "[" + text(e.index()) + "]";
            case Expression.Aggregate e -> aggregate(e);
            case Expression.Collection e ->
                (e.of() == null ? "" : text(e.of()) + ".")
                        + kind(e)
                        + (e.upto() == null ? "" : " upto " + text(e.upto()));
            case Expression.LayerAttribute e ->
                text(e.layer()) + "." + e.attribute().text();
            case Expression.PartAttribute e ->
                text(e.part()) + "." + e.attribute().text();
            case Expression.LevelAttribute e ->
                text(e.level()) + "." + e.attribute().text();
            case Expression.PartArgument e -> text(e.part()) + "." + e.name();
            case Expression.PartRef e -> e.name();
            case Expression.IsKind e -> text(e.layer()) + " is " + e.kind();
            case Expression.Inside e -> text(e.layer()) + " inside " + e.block().name();
            case Expression.Surrounding e -> lower(e.kind());
            case Expression.Range e -> text(e.from()) + ".." + text(e.to());
            case Expression.SetOf e -> "{" + LEFT_OUT + "}";
            case Expression.Decision e -> e.symbol().name();
            case Expression.Lookup e -> e.table().name() + "(" + LEFT_OUT + ")";
            case Expression.Outcome e -> lower(e.kind());
            case Expression.Hole e -> LEFT_OUT;
        };
    }

    private String local(Symbol symbol) {
        Value value = context.scope().find(symbol);
        return value instanceof Value.PartValue || value instanceof Value.LevelValue ? named(value) : symbol.name();
    }

    private String arguments(List<Expression> args) {
        return args.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String apply(Expression.Apply e) {
        List<Expression> args = e.args();
        return switch (e.operator()) {
            case ADD -> infix(args, " + ");
            case SUBTRACT -> infix(args, " - ");
            case MULTIPLY -> infix(args, " * ");
            case DIVIDE -> infix(args, " / ");
            case POWER -> infix(args, " ^ ");
            case AND -> infix(args, " and ");
            case OR -> infix(args, " or ");
            case LE -> infix(args, " <= ");
            case LT -> infix(args, " < ");
            case EQ -> infix(args, " == ");
            case NE -> infix(args, " != ");
            case NEGATE -> "-" + operand(args.getFirst());
            case NOT -> "not " + operand(args.getFirst());
            case LOG, EXP, SQRT, FLOOR, CEIL, ROUND, ABS, MOD, LENGTH -> lower(e.operator()) + arguments(args);
        };
    }

    private String infix(List<Expression> args, String sign) {
        return args.stream().map(this::operand).collect(Collectors.joining(sign));
    }

    /** In brackets where it is itself made with signs: safe rather than short. */
    private String operand(Expression expression) {
        return hasSigns(expression) ? "(" + text(expression) + ")" : text(expression);
    }

    private static boolean hasSigns(Expression expression) {
        return expression instanceof Expression.Apply apply
                && switch (apply.operator()) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, AND, OR, LE, LT, EQ, NE, NEGATE, NOT -> true;
                    case LOG, EXP, SQRT, FLOOR, CEIL, ROUND, ABS, MOD, LENGTH -> false;
                };
    }

    private String aggregate(Expression.Aggregate e) {
        List<Expression.Binder> binders = e.binders().list();
        boolean counted = e.kind() == Expression.Aggregate.Kind.COUNT || e.value() instanceof Expression.Local;
        boolean plain = binders.size() == 1 && e.binders().where() == null && counted;
        return lower(e.kind()) + "(" + (plain ? text(binders.getFirst().source()) : LEFT_OUT) + ")";
    }

    /** {@code stages.out}, where it was written so. */
    private String listFor(Expression.ListFor e) {
        List<Expression.Binder> binders = e.binders().list();
        Symbol symbol = binders.getFirst().symbol();
        String value = text(e.value());
        boolean attribute = binders.size() == 1 && e.binders().where() == null && value.startsWith(symbol.name() + ".");
        return attribute
                ? text(binders.getFirst().source())
                        + value.substring(symbol.name().length())
                : "[" + LEFT_OUT + "]";
    }

    private static String kind(Expression.Collection e) {
        return lower(e.kind());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
