package mad.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mad.ast.Item;
import mad.ast.Name;
import mad.model.Expression;
import mad.model.Expressions;
import mad.model.Parameter;
import mad.model.Primitive;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Matches arguments, positional and named, to the parameters of what is called. */
record Arguments(ItemAnalysis item) {
    /** A parameter as the caller sees it; {@code symbol} is null for primitives, whose defaults refer to nothing. */
    record Slot(
            String name,
            Type type,
            Parameter.Range range,
            @Nullable Expression fallback,
            @Nullable Symbol symbol) {
        static Slot of(Parameter p) {
            return new Slot(p.name(), p.symbol().type(), p.range(), p.fallback(), p.symbol());
        }

        static Slot of(Primitive.Slot slot, Span at) {
            Expression fallback = switch (slot.fallback()) {
                case null -> null;
                case Boolean b -> new Expression.Bool(at, b);
                case Object number -> new Expression.Number(at, slot.type(), (Double) number);
            };
            return new Slot(slot.name(), slot.type(), slot.range(), fallback, null);
        }
    }

    static List<Slot> slots(List<Parameter> parameters) {
        return parameters.stream().map(Slot::of).toList();
    }

    /** The values in parameter order. */
    List<Expression> check(String callee, Span at, List<Slot> slots, List<Item.Arg> written, Scope scope) {
        return check(callee, at, slots, written, slot -> scope);
    }

    /** The values in parameter order; a domain given for {@code p}, where one may choose, becomes a decision named after {@code p}. */
    List<Expression> deciding(String callee, Span at, List<Slot> slots, List<Item.Arg> written, Scope scope) {
        return check(callee, at, slots, written, slot -> scope.argument(slot.name()));
    }

    private List<Expression> check(
            String callee, Span at, List<Slot> slots, List<Item.Arg> written, Function<Slot, Scope> scope) {
        List<Item.@Nullable Arg> matched = match(callee, slots, written);
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Item.Arg arg = matched.get(i);
            Expression value;
            if (arg != null) {
                value = new ExpressionAnalysis(item)
                        .expect(arg.value(), slot.type(), scope.apply(slot), "`" + slot.name() + "`");
                Ranges.check(value, slot.range(), slot.name(), item.sink());
            } else if (slot.fallback() != null) {
                value = fallback(slots, values, slot.fallback());
            } else {
                if (!misnamed(slots, written)) {
                    item.sink().report(TypeMessages.missingArgument(at, callee, slot.name()));
                }
                value = new Expression.Hole(at, slot.type());
            }
            values.add(value);
        }
        return values;
    }

    /** Whether some argument has a name that is no parameter: most likely the one that is missing. */
    static boolean misnamed(List<Slot> slots, List<Item.Arg> written) {
        return written.stream()
                .anyMatch(
                        a -> a.name() != null && !names(slots).contains(a.name().text()));
    }

    /** A default in the caller's terms: the earlier parameters that it uses are bound to their arguments. */
    static Expression fallback(List<Slot> slots, List<Expression> earlier, Expression fallback) {
        Expression value = fallback;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            Symbol symbol = slots.get(i).symbol();
            if (symbol != null && Expressions.mentions(value, symbol)) {
                value = new Expression.LetIn(value.span(), symbol, earlier.get(i), value);
            }
        }
        return value;
    }

    /** For each slot its argument or null; what matches no slot is reported. */
    List<Item.@Nullable Arg> match(String callee, List<Slot> slots, List<Item.Arg> written) {
        List<Item.@Nullable Arg> matched = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (Slot slot : slots) {
            index.put(slot.name(), matched.size());
            matched.add(null);
        }
        int position = 0;
        boolean tooMany = false;
        for (Item.Arg arg : written) {
            Name name = arg.name();
            int i = name == null ? position++ : index.getOrDefault(name.text(), -1);
            if (name != null && i < 0) {
                item.sink().report(TypeMessages.unknownArgument(name.span(), name.text(), callee, names(slots)));
            } else if (i >= slots.size()) {
                if (!tooMany) {
                    item.sink().report(TypeMessages.tooManyArguments(arg.span(), callee, slots.size()));
                }
                tooMany = true;
            } else if (matched.get(i) instanceof Item.Arg earlier) {
                item.sink()
                        .report(TypeMessages.duplicateArgument(
                                arg.span(), slots.get(i).name(), earlier.span()));
            } else {
                matched.set(i, arg);
                if (name != null && slots.get(i).symbol() instanceof Symbol parameter) {
                    item.sink().refer(name.span(), parameter.declared());
                }
            }
        }
        return matched;
    }

    private static List<String> names(List<Slot> slots) {
        return slots.stream().map(Slot::name).toList();
    }
}
