package mad.semantic;

import mad.model.Definition;

/** What the kinds of definitions are called. */
final class Kinds {
    private Kinds() {}

    static String of(Definition definition) {
        return switch (definition) {
            case Definition.Function f -> f.isConstant() ? "a constant" : "a function";
            case Definition.Metric m -> "a metric";
            case Definition.Block b -> "a block";
            case Definition.Space s -> "a space";
            case Definition.Budget b -> "a budget";
            case Definition.Design d -> "a design";
            case Definition.Check c -> "a check";
            case Definition.Table t -> "a table";
            case Definition.Sweep s -> "a sweep";
            case Definition.Frontier f -> "a frontier";
        };
    }
}
