package mad.editor;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import mad.ast.Item;

/** What an item is made of: the words of its head, the members of its braces. */
record ItemOffers(Context context, Proposals proposals, NameOffers names) {
    /** Words that go on after the name of an item. */
    private static final Map<String, List<String>> HEADS = Map.of(
            "space",
            List.of("extends"),
            "budget",
            List.of("extends"),
            "design",
            List.of("of", "extends"),
            "sweep",
            List.of("of"),
            "frontier",
            List.of("of"),
            "table",
            List.of("from", "key", "value"),
            "import",
            List.of("as"));

    /** What the place in its item is for; false where that is unknown. */
    boolean here() {
        if (context.atMargin()) {
            Snippets.items(proposals, Rank.FIRST);
            return true;
        }
        int open = context.opening();
        if (open < 0) {
            List<String> words = HEADS.getOrDefault(context.item(), List.of());
            words.forEach(w -> proposals.words(Rank.FIRST, Completion.Kind.KEYWORD, w));
            if (words.isEmpty()) {
                continuations(Rank.FIRST);
            }
            return true;
        }
        return context.isBrace(open) && (list() || braces(open));
    }

    /** Whether the braces hold conditions or axes, which were offered then. */
    boolean list() {
        int open = context.opening();
        if (!context.isBrace(open) || context.opening(open) >= 0) {
            return false;
        }
        switch (context.item()) {
            case "budget", "check" -> {
                names.values(Rank.FIRST);
                names.everywhere(Rank.POSSIBLE, EnumSet.of(Declaration.Kind.METRIC));
            }
            case "sweep" -> axes(open);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean braces(int open) {
        boolean outermost = context.opening(open) < 0;
        switch (context.item()) {
            case "space" -> {
                if (outermost) {
                    Snippets.members(proposals, Rank.FIRST);
                } else {
                    statements();
                }
            }
            case "block" -> statements();
            case "design" -> Snippets.clauses(proposals, Rank.FIRST);
            case "frontier" -> proposals.words(Rank.FIRST, Completion.Kind.KEYWORD, "maximize", "minimize", "points");
            default -> {
                return false;
            }
        }
        if (!context.last(0).equals("{")) {
            continuations(Rank.POSSIBLE);
        }
        return true;
    }

    private void statements() {
        names.layers(Rank.FIRST);
        proposals.words(Rank.FIRST + 1, Completion.Kind.KEYWORD, "let", "if", "else", "repeat", "body", "when");
    }

    /** Words between two values, or after one. */
    void continuations(int rank) {
        proposals.words(
                rank,
                Completion.Kind.KEYWORD,
                "step",
                "and",
                "or",
                "of",
                "is",
                "inside",
                "upto",
                "then",
                "else",
                "where",
                "weight",
                "x");
    }

    /** The parameters of the design that is swept. */
    private void axes(int open) {
        Visible.Thing design = names.visible().find(context.path(open));
        if (design != null) {
            for (Item.Param param : Signatures.parameters(context.cursor().snapshot(), design.declared())) {
                String text = context.cursor().snapshot().text(param.span());
                proposals.add(
                        Rank.FIRST, Completion.Kind.PARAMETER, param.name().text(), text, param.doc());
            }
        }
    }
}
