package mad.ast;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** An expression as written. */
public sealed interface Expr {
    Span span();

    /** {@code 1.8 G}: digits without underscores as written, and a unit or null. */
    record Number(Span span, String digits, @Nullable Name unit) implements Expr {}

    record Text(Span span, String value) implements Expr {}

    record Bool(Span span, boolean value) implements Expr {}

    /** A name, or {@code in}: the channels that enter a block. */
    record Ref(Span span, String name) implements Expr {}

    record Select(Span span, Expr target, Name field) implements Expr {}

    record Index(Span span, Expr target, Expr index) implements Expr {}

    record Call(Span span, Expr target, List<Item.Arg> args) implements Expr {
        public Call {
            args = List.copyOf(args);
        }
    }

    /** {@code sum(l in layers where l.main: l.macs)}; {@code value} is null for {@code count(l in layers)}. */
    record Aggregate(
            Span span,
            Expr target,
            Binders binders,
            @Nullable Expr value) implements Expr {}

    record Binders(Span span, List<Binder> list, @Nullable Expr where) {
        public Binders {
            list = List.copyOf(list);
        }
    }

    record Binder(Name name, Expr source) {}

    /** {@code for s in stages: s.mid <= s.out}: true where it holds for all. */
    record ForAll(Span span, Binders binders, Expr condition) implements Expr {}

    record If(Span span, Expr condition, Expr then, Expr otherwise) implements Expr {}

    record Not(Span span, Expr operand) implements Expr {}

    record Negate(Span span, Expr operand) implements Expr {}

    enum Operator {
        OR("or"),
        AND("and"),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        OF("of"),
        POWER("^");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    record Binary(Span span, Operator operator, Expr left, Expr right) implements Expr {}

    enum Comparison {
        LE("<="),
        LT("<"),
        GE(">="),
        GT(">"),
        EQ("=="),
        NE("!=");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** {@code a <= b < c}: one more operand than operators. */
    record Compare(Span span, List<Expr> operands, List<Comparison> operators) implements Expr {
        public Compare {
            operands = List.copyOf(operands);
            operators = List.copyOf(operators);
        }
    }

    /** {@code l is conv}, or {@code l inside SqueezeExcite} where {@code inside}. */
    record Is(Span span, Expr layer, boolean inside, Path kind) implements Expr {}

    record Range(Span span, Expr from, Expr to, @Nullable Expr step) implements Expr {}

    record SetOf(Span span, List<Expr> values) implements Expr {
        public SetOf {
            values = List.copyOf(values);
        }
    }

    record ListOf(Span span, List<Expr> values) implements Expr {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** {@code [s.depth for s in stages]}. */
    record ListFor(Span span, Expr value, Binders binders) implements Expr {}

    record RecordOf(Span span, List<FieldValue> fields) implements Expr {
        public RecordOf {
            fields = List.copyOf(fields);
        }
    }

    record FieldValue(Name name, Expr value) {}

    /** {@code layers upto j}: the part of a collection that ends with {@code end}. */
    record Upto(Span span, Expr collection, Expr end) implements Expr {}

    /** An expression was expected here; its error has been reported. */
    record Missing(Span span) implements Expr {}
}
