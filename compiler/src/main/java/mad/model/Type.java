package mad.model;

import java.util.List;

/** The type of an expression. */
public sealed interface Type {
    Type BOOL = new Bool();
    Type TEXT = new Text();
    Type LAYER = new Layer();
    Type PART = new Part();
    Type LEVEL = new Level();
    Type UNKNOWN = new Unknown();
    Type REAL = new Num(Unit.NONE, false);
    Type INT = new Num(Unit.NONE, true);

    /** As a reader says it, with an article: {@code a number}, {@code a list of layers}. */
    String describe();

    /** @param integer whether every value is a whole number; a whole number may stand where a real one is asked for */
    record Num(Unit unit, boolean integer) implements Type {
        @Override
        public String describe() {
            return unit.isNone() ? (integer ? "a whole number" : "a number") : unit.describe();
        }
    }

    record Bool() implements Type {
        @Override
        public String describe() {
            return "a condition";
        }
    }

    record Text() implements Type {
        @Override
        public String describe() {
            return "a text";
        }
    }

    private static String many(Type element) {
        return switch (element) {
            case Num num ->
                num.unit().isNone()
                        ? (num.integer() ? "whole numbers" : "numbers")
                        : num.unit().many();
            case Bool bool -> "conditions";
            case Text text -> "texts";
            case Layer layer -> "layers";
            case Part part -> "stages";
            case Level level -> "levels";
            case ListOf list -> "lists";
            case Rec rec -> "records";
            case DomainOf domain -> "ranges or sets";
            case Unknown unknown -> "something unknown";
        };
    }

    /** One primitive layer of the network. */
    record Layer() implements Type {
        @Override
        public String describe() {
            return "a layer";
        }
    }

    /** A stem, stage or head. */
    record Part() implements Type {
        @Override
        public String describe() {
            return "a stage";
        }
    }

    /** All parts of one resolution. */
    record Level() implements Type {
        @Override
        public String describe() {
            return "a level";
        }
    }

    record ListOf(Type element) implements Type {
        @Override
        public String describe() {
            return element instanceof Unknown ? "a list" : "a list of " + many(element);
        }
    }

    record Rec(List<Field> fields) implements Type {
        public Rec {
            fields = List.copyOf(fields);
        }

        @Override
        public String describe() {
            return "a record";
        }
    }

    record Field(String name, Type type) {}

    /** A range or a set: a choice among numbers. */
    record DomainOf(Num element) implements Type {
        @Override
        public String describe() {
            return "a range or set";
        }
    }

    /** The type of what is already reported as wrong; agrees with everything, so that one mistake is said once. */
    record Unknown() implements Type {
        @Override
        public String describe() {
            return "something unknown";
        }
    }
}
