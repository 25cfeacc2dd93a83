package mad.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A named thing of a module. {@code span} is that of its name; {@code doc} is Markdown. */
public sealed interface Definition {
    String name();

    Span span();

    String doc();

    List<Parameter> parameters();

    /** A pure function, or a constant where {@code isConstant}. Never recursive. */
    record Function(String name, Span span, String doc, List<Parameter> parameters, boolean isConstant, Expression body)
            implements Definition {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    record Metric(String name, Span span, String doc, List<Parameter> parameters, Expression body)
            implements Definition {
        public Metric {
            parameters = List.copyOf(parameters);
        }
    }

    record Block(String name, Span span, String doc, List<Parameter> parameters, Body body) implements Definition {
        public Block {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A space with its inheritance flattened.
     *
     * @param bindings base parameters, {@code let}s and {@code var}s, in an order in which each sees only earlier ones
     */
    record Space(
            String name,
            Span span,
            String doc,
            List<Parameter> parameters,
            Input input,
            List<Binding> bindings,
            List<Part> parts,
            List<Output> outputs,
            List<Requirement> requirements)
            implements Definition {
        public Space {
            parameters = List.copyOf(parameters);
            bindings = List.copyOf(bindings);
            parts = List.copyOf(parts);
            outputs = List.copyOf(outputs);
            requirements = List.copyOf(requirements);
        }
    }

    /** @param bases the names of the budgets that it extends, the nearest first */
    record Budget(
            String name, Span span, String doc, List<Parameter> parameters, List<String> bases, List<Limit> limits)
            implements Definition {
        public Budget {
            bases = List.copyOf(bases);
            parameters = List.copyOf(parameters);
            limits = List.copyOf(limits);
        }
    }

    /**
     * A design problem with its inheritance flattened; a design of a space without decisions is a network to evaluate.
     *
     * @param bindings base parameters and {@code let}s, each seeing only earlier ones (and labels, metrics)
     * @param goals the last one written is in force; at most one in a valid design, none for a plain evaluation
     */
    record Design(
            String name,
            Span span,
            String doc,
            List<Parameter> parameters,
            Space space,
            List<Expression> spaceArgs,
            List<Binding> bindings,
            List<Limit> limits,
            List<Requirement> requirements,
            @Nullable Goal goal,
            List<Preference> preferences,
            List<Reported> reports)
            implements Definition {
        public Design {
            parameters = List.copyOf(parameters);
            spaceArgs = List.copyOf(spaceArgs);
            bindings = List.copyOf(bindings);
            limits = List.copyOf(limits);
            requirements = List.copyOf(requirements);
            preferences = List.copyOf(preferences);
            reports = List.copyOf(reports);
        }

        /** The same design with other defaults, in the order of its parameters. */
        public Design withDefaults(List<? extends @Nullable Expression> defaults) {
            List<Parameter> given = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Parameter p = parameters.get(i);
                given.add(new Parameter(p.symbol(), p.range(), p.once(), defaults.get(i), p.doc()));
            }
            return with(given, limits);
        }

        /** The same design with other limits. */
        public Design withLimits(List<Limit> others) {
            return with(parameters, others);
        }

        private Design with(List<Parameter> parameters, List<Limit> limits) {
            return new Design(
                    name,
                    span,
                    doc,
                    parameters,
                    space,
                    spaceArgs,
                    bindings,
                    limits,
                    requirements,
                    goal,
                    preferences,
                    reports);
        }
    }

    record Check(
            String name,
            Span span,
            String doc,
            Design design,
            List<Expression> designArgs,
            List<Requirement> conditions)
            implements Definition {
        public Check {
            designArgs = List.copyOf(designArgs);
            conditions = List.copyOf(conditions);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    /** A measured table: rows of key columns (numbers or texts) and one value, already multiplied to base units. */
    record Table(String name, Span span, String doc, List<Column> keys, Type value, List<Row> rows)
            implements Definition {
        public Table {
            keys = List.copyOf(keys);
            rows = List.copyOf(rows);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    record Column(String name, boolean text) {}

    /** @param key one entry per key column: a Double or a String */
    record Row(List<Object> key, double value) {
        public Row {
            key = List.copyOf(key);
        }
    }

    /** One design for each combination of values; {@code axes} maps a parameter of the design to its values in order. */
    record Sweep(
            String name,
            Span span,
            String doc,
            Design design,
            List<Expression> designArgs,
            Map<String, Expression> axes)
            implements Definition {
        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    record Frontier(
            String name,
            Span span,
            String doc,
            Design design,
            List<Expression> designArgs,
            Goal first,
            Goal second,
            Expression points)
            implements Definition {
        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    /** {@code let symbol = value} or, where {@code value} is a {@link Expression.Decision}, {@code var symbol in domain}. */
    record Binding(Symbol symbol, Expression value) {}

    /** Channels, frames, rows and columns of the input. */
    record Input(Span span, Expression channels, Expression frames, Expression rows, Expression columns) {}

    enum PartKind {
        STEM,
        STAGE,
        HEAD
    }

    /**
     * A part of a space.
     *
     * @param name the label, or {@code stem}, {@code stage2}, {@code head}; unique in the space
     * @param choices at least one; several make a categorical decision
     * @param depth repetitions, at least 1
     */
    record Part(Span span, String doc, PartKind kind, String name, List<Choice> choices, Expression depth) {
        public Part {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A block with its arguments, in parameter order; {@code args} are bound to {@code symbols} in the order of {@code order},
     * in which an argument sees its earlier siblings (`mid: 1.5 * out .. 6 * out`). A body in place is a block without parameters.
     */
    record Choice(Span span, Block block, List<Argument> args) {
        public Choice {
            args = List.copyOf(args);
        }
    }

    /**
     * One argument of a part's block, in evaluation order.
     *
     * @param symbol what siblings see
     */
    record Argument(Parameter parameter, Symbol symbol, Expression value) {}

    /** An output of the network: the feature map that leaves the part of this name. */
    record Output(Span span, String part) {}

    /** @param source the text of the condition, for reports */
    record Requirement(Span span, Expression condition, String source) {}

    /**
     * One limit of a budget: {@code value} (a metric) {@code <=} or {@code >=} {@code bound}.
     *
     * @param metric the name by which reports and {@code Budget.metric} know it
     */
    record Limit(
            Span span, String budget, String metric, Expression value, boolean upper, Expression bound, String source) {
        /** By which others speak of it: {@code Phone.macs}. */
        public String name() {
            return budget + "." + metric;
        }

        /** The same limit with another bound, which {@code text} writes. */
        public Limit withBound(Expression other, String text) {
            return new Limit(span, budget, metric, value, upper, other, metric + (upper ? " <= " : " >= ") + text);
        }
    }

    record Goal(Span span, boolean maximize, Expression value, String source) {}

    /** Subtracts {@code weight} times the violation from a maximised objective (adds it to a minimised one). */
    record Preference(Span span, Expression condition, Expression weight, String source) {}

    record Reported(Span span, String name, Expression value) {}
}
