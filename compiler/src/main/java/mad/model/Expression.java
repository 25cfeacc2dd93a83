package mad.model;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A typed expression. Names are resolved, units are scaled to base units (1.8 G is 1.8e9, 1 KiB is 1024 bytes, 1 ms is 0.001 s,
 * 1 % is 0.01), arguments stand in parameter order with defaults filled in. Where an error was reported stands {@link Hole}.
 */
public sealed interface Expression {
    Span span();

    Type type();

    record Number(Span span, Type type, double value) implements Expression {}

    record Text(Span span, String value) implements Expression {
        @Override
        public Type type() {
            return Type.TEXT;
        }
    }

    record Bool(Span span, boolean value) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    record Local(Span span, Symbol symbol) implements Expression {
        @Override
        public Type type() {
            return symbol.type();
        }
    }

    /** {@code value} with {@code symbol} bound to {@code bound} in it. */
    record LetIn(Span span, Symbol symbol, Expression bound, Expression value) implements Expression {
        @Override
        public Type type() {
            return value.type();
        }
    }

    /** A top-level constant or a function call; the arguments stand in the order of {@code function.parameters()}. */
    record Call(Span span, Type type, Definition.Function function, List<Expression> args) implements Expression {
        public Call {
            args = List.copyOf(args);
        }
    }

    /**
     * A metric of the whole network, or of {@code part} (a layer, part or level): then {@code layers} and {@code backbone}
     * inside the metric are the layers of that part alone, {@code stages} the stages and {@code levels} the levels within it.
     */
    record MetricOf(
            Span span,
            Type type,
            Definition.Metric metric,
            List<Expression> args,
            @Nullable Expression part) implements Expression {
        public MetricOf {
            args = List.copyOf(args);
        }
    }

    /** Arithmetic, logic and comparison; conditions are {@link Type.Bool}. */
    record Apply(Span span, Type type, Operator operator, List<Expression> args) implements Expression {
        public Apply {
            args = List.copyOf(args);
        }
    }

    record If(Span span, Type type, Expression condition, Expression then, Expression otherwise)
            implements Expression {}

    record ListOf(Span span, Type type, List<Expression> values) implements Expression {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** {@code [value for binders where ...]}; {@code stages.out} means {@code [s.out for s in stages]}. */
    record ListFor(Span span, Type type, Binders binders, Expression value) implements Expression {}

    record RecordOf(Span span, Type type, List<FieldValue> fields) implements Expression {
        public RecordOf {
            fields = List.copyOf(fields);
        }
    }

    record FieldValue(String name, Expression value) {}

    record Field(Span span, Type type, Expression record, String name) implements Expression {}

    /** {@code list[index]}, from 1; the index may be a number, a part or a level (which stands for its own index). */
    record Index(Span span, Type type, Expression list, Expression index) implements Expression {}

    /**
     * {@code sum(x in list where condition: value)}. {@code sum(list)} is {@code sum(v in list: v)}; {@code count} has the value 1.
     * Over no elements: sum 0, product 1, count 0, all true, any false; max, min, mean, std, variance have no value (NaN).
     */
    record Aggregate(Span span, Type type, Kind kind, Binders binders, Expression value) implements Expression {
        public enum Kind {
            SUM,
            PRODUCT,
            MEAN,
            STD,
            VARIANCE,
            MAX,
            MIN,
            COUNT,
            ALL,
            ANY
        }
    }

    record Binders(List<Binder> list, @Nullable Expression where) {
        public Binders {
            list = List.copyOf(list);
        }
    }

    /** {@code source} is a list, or a range or set, whose elements are taken in order. Later binders see earlier ones. */
    record Binder(Symbol symbol, Expression source) {}

    /** A collection of the network. {@code of}: only that part or level (null: the whole); {@code upto}: up to its end (null: all). */
    record Collection(
            Span span,
            Kind kind,
            @Nullable Expression of,
            @Nullable Expression upto) implements Expression {
        /** {@code LAYERS} are all layers, {@code BACKBONE} those outside heads; {@code PARTS} are stems and stages, no heads. */
        public enum Kind {
            LAYERS,
            BACKBONE,
            PARTS,
            STAGES,
            LEVELS
        }

        @Override
        public Type type() {
            return switch (kind) {
                case LAYERS, BACKBONE -> new Type.ListOf(Type.LAYER);
                case PARTS, STAGES -> new Type.ListOf(Type.PART);
                case LEVELS -> new Type.ListOf(Type.LEVEL);
            };
        }
    }

    record LayerAttribute(Span span, Type type, Expression layer, Attribute.OfLayer attribute) implements Expression {}

    record PartAttribute(Span span, Type type, Expression part, Attribute.OfPart attribute) implements Expression {}

    record LevelAttribute(Span span, Type type, Expression level, Attribute.OfLevel attribute) implements Expression {}

    /** The argument {@code name} of the block in a part: {@code s.mid}. */
    record PartArgument(Span span, Type type, Expression part, String name) implements Expression {}

    /** The part of a label: {@code s3}; {@code name} is that of {@link Definition.Part}. */
    record PartRef(Span span, String name) implements Expression {
        @Override
        public Type type() {
            return Type.PART;
        }
    }

    /** {@code l is conv} or {@code l is activation}. */
    record IsKind(Span span, Expression layer, String kind) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** {@code l inside SqueezeExcite}: whether that block encloses the layer, at any depth. */
    record Inside(Span span, Expression layer, Definition.Block block) implements Expression {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** What a block knows of its surroundings. */
    record Surrounding(Span span, Type type, Kind kind) implements Expression {
        public enum Kind {
            /** Channels that enter the block. */
            IN,
            /** Whether this is the first repetition of its stage. */
            FIRST,
            /** Rows of the feature map that enters the block. */
            SIZE,
            /** Frames times rows times columns that enter the block. */
            PIXELS
        }
    }

    /** {@code from..to step step}; a decision where a number stands in a space. */
    record Range(Span span, Type type, Expression from, Expression to, Expression step) implements Expression {}

    record SetOf(Span span, Type type, List<Expression> values) implements Expression {
        public SetOf {
            values = List.copyOf(values);
        }
    }

    /**
     * A range or set that stands where a number is asked for, in a space: a decision variable of its own.
     *
     * @param symbol the decision; its name is the readable one, such as {@code stage2.out}
     */
    record Decision(Span span, Symbol symbol, Expression domain) implements Expression {
        @Override
        public Type type() {
            return symbol.type();
        }
    }

    /** {@code Phone(kind: l.kind, size: l.size)}: the interpolated value, or with {@code covers} whether the table covers the point. */
    record Lookup(Span span, Type type, Definition.Table table, List<Expression> keys, boolean covers)
            implements Expression {
        public Lookup {
            keys = List.copyOf(keys);
        }
    }

    /** In a check: what the solver knows. */
    record Outcome(Span span, Type type, Kind kind) implements Expression {
        public enum Kind {
            OBJECTIVE,
            BOUND,
            GAP
        }
    }

    /** An error was reported here. */
    record Hole(Span span, Type type) implements Expression {}
}
