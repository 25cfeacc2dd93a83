package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Expr;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.model.Expression;
import mad.model.Operator;
import mad.model.Symbol;
import mad.model.Type;
import mad.source.Span;

/** Names, types and units of expressions. Each method answers with a typed expression, a {@link Expression.Hole} at worst. */
record ExpressionAnalysis(ItemAnalysis item) {
    Expression check(Expr expr, Scope scope) {
        if (!item.analysis().enter()) {
            item.sink().report(TypeMessages.tooDeep(expr.span()));
            return new Expression.Hole(expr.span(), Type.UNKNOWN);
        }
        Expression checked = checked(expr, scope);
        item.analysis().leave();
        item.sink().type(expr.span(), checked.type());
        return checked;
    }

    private Expression checked(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Number e -> number(e);
            case Expr.Text e -> new Expression.Text(e.span(), e.value());
            case Expr.Bool e -> new Expression.Bool(e.span(), e.value());
            case Expr.Ref e -> new NameAnalysis(item).check(e, scope);
            case Expr.Select e -> new SelectAnalysis(item).check(e, scope);
            case Expr.Index e -> index(e, scope);
            case Expr.Call e -> new CallAnalysis(item).call(e, scope);
            case Expr.Aggregate e -> new CallAnalysis(item).aggregate(e, scope);
            case Expr.ForAll e ->
                new AggregateAnalysis(item)
                        .check(e.span(), Expression.Aggregate.Kind.ALL, e.binders(), e.condition(), scope);
            case Expr.If e -> choose(e, scope);
            case Expr.Not e -> apply(e.span(), Type.BOOL, Operator.NOT, condition(e.operand(), scope));
            case Expr.Negate e -> negate(e, scope);
            case Expr.Binary e -> binary(e, scope);
            case Expr.Compare e -> new ComparisonAnalysis(item).check(e, scope);
            case Expr.Is e -> new NameAnalysis(item).is(e, scope);
            case Expr.Range e -> new DomainAnalysis(item).range(e, scope);
            case Expr.SetOf e -> new DomainAnalysis(item).set(e, scope);
            case Expr.ListOf e -> list(e, scope);
            case Expr.ListFor e -> new AggregateAnalysis(item).list(e, scope);
            case Expr.RecordOf e -> record(e, scope);
            case Expr.Upto e -> new SelectAnalysis(item).upto(e, scope);
            case Expr.Missing e -> new Expression.Hole(e.span(), Type.UNKNOWN);
        };
    }

    /** A value that must fit {@code wanted}; a domain becomes a decision where a number is wanted. */
    Expression expect(Expr expr, Type wanted, Scope scope, String place) {
        Expression value = check(expr, scope);
        if (wanted instanceof Type.Num) {
            value = new DomainAnalysis(item).decide(value, scope);
        }
        if (Types.fits(value.type(), wanted) || isZero(value) && wanted instanceof Type.Num) {
            return value;
        }
        Diagnostic said = TypeMessages.mismatch(expr.span(), value.type(), wanted, place);
        boolean units = said.code() == Code.UNIT_MISMATCH;
        item.sink().report(units ? TypeMessages.fixUnit(said, value, item.text(value), wanted) : said);
        return new Expression.Hole(expr.span(), wanted);
    }

    Expression condition(Expr expr, Scope scope) {
        Expression value = check(expr, scope);
        if (value.type() instanceof Type.Bool || value.type() instanceof Type.Unknown) {
            return value;
        }
        item.sink().report(TypeMessages.noCondition(expr.span(), value.type()));
        return new Expression.Hole(expr.span(), Type.BOOL);
    }

    /** A number of any unit. */
    Expression numeric(Expr expr, Scope scope, String operator) {
        Expression value = new DomainAnalysis(item).decide(check(expr, scope), scope);
        if (value.type() instanceof Type.Num || value.type() instanceof Type.Unknown) {
            return value;
        }
        item.sink().report(TypeMessages.operands(expr.span(), operator, value.type()));
        return new Expression.Hole(expr.span(), Type.UNKNOWN);
    }

    /** A number of any unit, in a {@code place} that is no operator. */
    Expression number(Expr expr, Scope scope, String place) {
        Expression value = new DomainAnalysis(item).decide(check(expr, scope), scope);
        if (value.type() instanceof Type.Num || value.type() instanceof Type.Unknown) {
            return value;
        }
        item.sink().report(TypeMessages.mismatch(expr.span(), value.type(), Type.REAL, place));
        return new Expression.Hole(expr.span(), Type.UNKNOWN);
    }

    /** 0 has every unit. */
    static boolean isZero(Expression value) {
        return value instanceof Expression.Number number && number.value() == 0;
    }

    static Expression apply(Span span, Type type, Operator operator, Expression... args) {
        return new Expression.Apply(span, type, operator, List.of(args));
    }

    private Expression number(Expr.Number written) {
        Expression.Number number = Numbers.read(written);
        if (number == null) {
            item.sink()
                    .report(TypeMessages.tooLarge(
                            written.span(), item.analysis().modules().text(written.span())));
            return new Expression.Hole(written.span(), Type.UNKNOWN);
        }
        return number;
    }

    /** A written number with its sign is one number, so that ranges and steps see it. */
    private Expression negate(Expr.Negate e, Scope scope) {
        Expression operand = numeric(e.operand(), scope, "-");
        return operand instanceof Expression.Number number
                ? new Expression.Number(e.span(), number.type(), 0 - number.value())
                : apply(e.span(), operand.type(), Operator.NEGATE, operand);
    }

    private Expression binary(Expr.Binary e, Scope scope) {
        if (e.operator() == Expr.Operator.AND || e.operator() == Expr.Operator.OR) {
            Operator operator = e.operator() == Expr.Operator.AND ? Operator.AND : Operator.OR;
            return apply(e.span(), Type.BOOL, operator, condition(e.left(), scope), condition(e.right(), scope));
        }
        return new ArithmeticAnalysis(item).check(e, scope);
    }

    private Expression choose(Expr.If e, Scope scope) {
        Expression condition = condition(e.condition(), scope);
        Expression then = check(e.then(), scope);
        Expression otherwise = check(e.otherwise(), scope);
        if (!(then.type() instanceof Type.DomainOf && otherwise.type() instanceof Type.DomainOf)) {
            then = new DomainAnalysis(item).decide(then, scope);
            otherwise = new DomainAnalysis(item).decide(otherwise, scope);
        }
        Type type = Types.common(then.type(), otherwise.type());
        if (type == null && (isZero(then) || isZero(otherwise))) {
            type = isZero(then) ? otherwise.type() : then.type();
        }
        if (type == null) {
            item.sink().report(TypeMessages.branches(e.span(), then.type(), otherwise.type()));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        return new Expression.If(e.span(), type, condition, then, otherwise);
    }

    private Expression list(Expr.ListOf e, Scope scope) {
        List<Expression> values = new ArrayList<>();
        Type element = Type.UNKNOWN;
        for (Expr written : e.values()) {
            Expression value = new DomainAnalysis(item).decide(check(written, scope), scope);
            Type common = isZero(value) && element instanceof Type.Num ? element : Types.common(element, value.type());
            boolean zerosBefore = !values.isEmpty() && values.stream().allMatch(ExpressionAnalysis::isZero);
            common = common == null && zerosBefore ? value.type() : common;
            if (common == null) {
                item.sink().report(TypeMessages.branches(written.span(), element, value.type()));
                return new Expression.Hole(e.span(), Type.UNKNOWN);
            }
            element = common;
            values.add(value);
        }
        return new Expression.ListOf(e.span(), new Type.ListOf(element), values);
    }

    private Expression record(Expr.RecordOf e, Scope scope) {
        List<Expression.FieldValue> fields = new ArrayList<>();
        List<Type.Field> types = new ArrayList<>();
        for (Expr.FieldValue field : e.fields()) {
            Expression value = new DomainAnalysis(item).decide(check(field.value(), scope), scope);
            if (types.stream().anyMatch(t -> t.name().equals(field.name().text()))) {
                item.sink()
                        .report(NameMessages.duplicateIn(
                                "record", field.name().text(), field.name().span(), first(e, field)));
                continue;
            }
            fields.add(new Expression.FieldValue(field.name().text(), value));
            types.add(new Type.Field(field.name().text(), value.type()));
        }
        Type.Rec type = new Type.Rec(types);
        if (Types.isLarge(type)) {
            item.sink().report(TypeMessages.largeRecord(e.span(), Types.MOST_FIELDS));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        return new Expression.RecordOf(e.span(), type, fields);
    }

    private static Span first(Expr.RecordOf record, Expr.FieldValue again) {
        return record.fields().stream()
                .filter(f -> f.name().text().equals(again.name().text()))
                .findFirst()
                .orElse(again)
                .name()
                .span();
    }

    private Expression index(Expr.Index e, Scope scope) {
        Expression list = check(e.target(), scope);
        Expression index = check(e.index(), scope);
        if (list.type() instanceof Type.Unknown || index.type() instanceof Type.Unknown) {
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        if (!(list.type() instanceof Type.ListOf of)) {
            item.sink()
                    .report(TypeMessages.mismatch(
                            e.target().span(), list.type(), new Type.ListOf(Type.UNKNOWN), "what is indexed"));
            return new Expression.Hole(e.span(), Type.UNKNOWN);
        }
        boolean position = index.type() instanceof Type.Part || index.type() instanceof Type.Level;
        if (!position && !Types.fits(index.type(), Type.INT)) {
            item.sink().report(TypeMessages.mismatch(e.index().span(), index.type(), Type.INT, "an index"));
            return new Expression.Hole(e.span(), of.element());
        }
        if (written(list) instanceof Expression.ListOf written
                && index instanceof Expression.Number n
                && (n.value() < 1 || n.value() > written.values().size())) {
            item.sink()
                    .report(TypeMessages.index(
                            e.index().span(),
                            Numbers.show(n.value()),
                            written.values().size()));
            return new Expression.Hole(e.span(), of.element());
        }
        return new Expression.Index(e.span(), of.element(), list, index);
    }

    /** The list itself, where a constant names it. */
    private static Expression written(Expression list) {
        return list instanceof Expression.Call call && call.function().isConstant()
                ? call.function().body()
                : list;
    }

    static Symbol fresh(String name, Type type, Span at) {
        return new Symbol(name, type, at);
    }
}
