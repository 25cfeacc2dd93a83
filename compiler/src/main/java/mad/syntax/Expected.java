package mad.syntax;

import mad.grammar.MadParser;
import org.antlr.v4.runtime.RuleContext;
import org.jspecify.annotations.Nullable;

/** What belongs at a place of the grammar, in words. */
final class Expected {
    private Expected() {}

    /** What an identifier is that the rule {@code c} takes. */
    static String name(@Nullable RuleContext c) {
        if (c == null) {
            return "a name";
        }
        return switch (c.getRuleIndex()) {
            case MadParser.RULE_type -> "a type";
            case MadParser.RULE_name -> named(c.getParent());
            case MadParser.RULE_importItem -> "the name of a module";
            default -> "a name";
        };
    }

    private static String named(@Nullable RuleContext c) {
        if (c == null) {
            return "a name";
        }
        return switch (c.getRuleIndex()) {
            case MadParser.RULE_primary -> "an expression";
            case MadParser.RULE_path -> path(c.getParent());
            case MadParser.RULE_importName -> "a name to import";
            case MadParser.RULE_letItem -> "a name for the constant";
            case MadParser.RULE_metricItem -> "a name for the metric";
            case MadParser.RULE_blockItem -> "a name for the block";
            case MadParser.RULE_spaceItem -> "a name for the space";
            case MadParser.RULE_budgetItem -> "a name for the budget";
            case MadParser.RULE_designItem -> "a name for the design";
            case MadParser.RULE_sweepItem -> "a name for the sweep";
            case MadParser.RULE_frontierItem -> "a name for the frontier";
            case MadParser.RULE_tableItem -> "a name for the table, a key or the value";
            case MadParser.RULE_param -> "a name for the parameter";
            case MadParser.RULE_axis -> "a parameter of the design";
            case MadParser.RULE_member -> member((MadParser.MemberContext) c);
            default -> "a name";
        };
    }

    private static String member(MadParser.MemberContext c) {
        return switch (c.getStart().getText()) {
            case "input" -> "`image`, `video`, `sequence` or `flat`";
            case "output" -> "the name of a stage";
            case "var" -> "a name for the decision";
            default -> "a stage name";
        };
    }

    private static String path(@Nullable RuleContext c) {
        if (c == null) {
            return "a name";
        }
        return switch (c.getRuleIndex()) {
            case MadParser.RULE_importItem -> "the name of a module";
            case MadParser.RULE_application -> "a layer or a block";
            case MadParser.RULE_comparison -> "a kind of layer or a block";
            case MadParser.RULE_use -> used(c.getParent());
            default -> "a name";
        };
    }

    private static String used(@Nullable RuleContext c) {
        if (c == null) {
            return "a name";
        }
        return switch (c.getRuleIndex()) {
            case MadParser.RULE_spaceItem -> "the name of a space";
            case MadParser.RULE_budgetItem, MadParser.RULE_clause -> "the name of a budget";
            case MadParser.RULE_designItem -> "the name of a space or a design";
            default -> "the name of a design";
        };
    }

    /** What the rule {@code c}, which met a token that it cannot take, was after. */
    static String at(RuleContext c) {
        for (RuleContext at = c; at != null; at = at.getParent()) {
            switch (at.getRuleIndex()) {
                case MadParser.RULE_body, MadParser.RULE_statement -> {
                    return "a layer, a block, `let`, `if`, `repeat` or `}`";
                }
                case MadParser.RULE_spaceItem, MadParser.RULE_member -> {
                    return "`input`, `let`, `var`, `stem`, `stage`, `head`, `output`, `require` or `}`";
                }
                case MadParser.RULE_designItem, MadParser.RULE_clause -> {
                    return "`within`, `let`, `require`, `maximize`, `minimize`, `prefer`, `report` or `}`";
                }
                case MadParser.RULE_budgetItem, MadParser.RULE_checkItem -> {
                    return "`,` and a condition, or `}`";
                }
                case MadParser.RULE_sweepItem -> {
                    return "a parameter `in` its values, or `}`";
                }
                case MadParser.RULE_frontierItem -> {
                    return "two goals (`maximize` or `minimize`) and `points`";
                }
                case MadParser.RULE_tableItem -> {
                    return "`from \"file\" key (…) value …`";
                }
                case MadParser.RULE_importItem -> {
                    return "a module, then `{` names `}` or `as` and a name";
                }
                case MadParser.RULE_args -> {
                    return "`,` and an argument, or `)`";
                }
                case MadParser.RULE_params, MadParser.RULE_param -> {
                    return "a parameter `name: type`, or `)`";
                }
                case MadParser.RULE_primary -> {
                    return "an expression";
                }
                default -> {}
            }
        }
        return "`import`, `let`, `metric`, `block`, `space`, `budget`, `design`, `check`, `table`, `sweep` or `frontier`";
    }
}
