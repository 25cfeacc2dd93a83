package mad.editor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mad.syntax.Token;

/** Decides what may stand at a place; once a letter is typed, everything else is offered behind it, in case the place was misjudged. */
final class Offers {
    private static final Map<String, String> INPUTS = Map.of(
            "image",
            "channels, size or height and width",
            "video",
            "channels, frames, size",
            "sequence",
            "channels, length",
            "flat",
            "features");

    /** A new name follows these: there is nothing to offer. */
    private static final Set<String> NAMING =
            Set.of("let", "metric", "block", "space", "budget", "design", "table", "sweep", "frontier", "var", "as");

    private static final Set<String> GOALS = Set.of("maximize", "minimize", "report", "require", "prefer");

    /** A value follows these. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "^", "*", "+", "-", "/", "<=", ">=", "<", ">", "==", "!=", "=", "..", "[", "and", "not", "if", "then",
            "where", "in", "upto", "step", "weight", "points", "repeat", "when", "x");

    private final Context context;
    private final Proposals proposals;
    private final ImportOffers imports;
    private final NameOffers names;
    private final ItemOffers items;
    private final OtherOffers others;

    Offers(Context context, Proposals proposals) {
        this.context = context;
        this.proposals = proposals;
        this.imports = new ImportOffers(context, proposals);
        this.names = new NameOffers(
                context,
                proposals,
                Visible.in(context.cursor().snapshot(), context.cursor().file()));
        this.items = new ItemOffers(context, proposals, names);
        this.others = new OtherOffers(context, proposals, names);
    }

    void all() {
        boolean typed = !context.prefix().isEmpty();
        if (context.inside(Token.Kind.TEXT)) {
            imports.paths();
        } else if (isAfterNumber()) {
            proposals.words(Rank.FIRST, Completion.Kind.UNIT, Vocabulary.units());
            items.continuations(Rank.LIKELY);
            if (typed) {
                others.all();
            }
        } else if (imports.names()) {
            if (typed) {
                others.words();
            }
        } else if (context.last(0).equals(".") && !context.last(1).isEmpty()) {
            new Fields(context, proposals, names.visible()).offer();
            if (typed) {
                others.words();
            }
        } else {
            boolean judged = after(context.last(0)) || items.here();
            if (typed || !judged) {
                others.all();
            }
        }
    }

    private boolean isAfterNumber() {
        Token last = context.lastToken();
        return last != null
                && last.kind() == Token.Kind.NUMBER
                && context.from() - last.end() <= 1
                && context.cursor().text().substring(last.end(), context.from()).indexOf('\n') < 0;
    }

    /** What the word or sign before the cursor asks for; false where it asks for nothing in particular. */
    private boolean after(String last) {
        if (context.atMargin()) {
            return false;
        }
        switch (last) {
            case "of", "extends" -> names.things(Rank.FIRST, target(last));
            case "within" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.BUDGET));
            case "check" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.DESIGN));
            case "is" -> names.kinds();
            case "inside" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.BLOCK));
            case "stem", "stage", "head" -> names.layers(Rank.FIRST);
            case "or" -> {
                names.layers(Rank.FIRST);
                names.values(Rank.LIKELY);
            }
            case "output" -> names.labels(Rank.FIRST);
            case "input" -> proposals.words(Rank.FIRST, Completion.Kind.FUNCTION, INPUTS);
            case ":" -> colon();
            case "(", "," -> list();
            default -> {
                if (GOALS.contains(last)) {
                    names.values(Rank.FIRST);
                    names.everywhere(Rank.POSSIBLE, EnumSet.of(Declaration.Kind.METRIC));
                } else if (BEFORE_VALUES.contains(last)) {
                    names.values(Rank.FIRST);
                } else {
                    return NAMING.contains(last);
                }
            }
        }
        return true;
    }

    /** After a colon: a type where a name is declared, a block after a label, a value after the name of an argument. */
    private void colon() {
        int open = context.opening();
        if (context.isCall(open) && context.declares(open)
                || Set.of("let", "metric").contains(context.last(2))) {
            proposals.words(Rank.FIRST, Completion.Kind.TYPE, Vocabulary.types());
        } else if (Set.of("stem", "stage", "head").contains(context.last(2))) {
            names.layers(Rank.FIRST);
        } else {
            names.values(Rank.FIRST);
        }
    }

    /** The first or next one of several. */
    private void list() {
        int open = context.opening();
        if (context.isCall(open) && context.declares(open)) {
            proposals.words(Rank.FIRST, Completion.Kind.KEYWORD, "once");
        } else if (context.isCall(open)) {
            new Fields(context, proposals, names.visible()).parameters(open, Rank.FIRST);
            names.values(Rank.LIKELY);
        } else {
            switch (context.clause()) {
                case "within" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.BUDGET));
                case "output" -> names.labels(Rank.FIRST);
                default -> {
                    if (!items.list()) {
                        names.values(Rank.FIRST);
                    }
                }
            }
        }
    }

    private Set<Declaration.Kind> target(String last) {
        return switch (context.item()) {
            case "design" -> EnumSet.of(last.equals("of") ? Declaration.Kind.SPACE : Declaration.Kind.DESIGN);
            case "space" -> EnumSet.of(Declaration.Kind.SPACE);
            case "budget" -> EnumSet.of(Declaration.Kind.BUDGET);
            case "sweep", "frontier" -> EnumSet.of(Declaration.Kind.DESIGN);
            default -> NameOffers.VALUES;
        };
    }
}
