package mad.editor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mad.syntax.Token;

/** Decides what is likely at a place, and offers everything else behind it. */
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

    private final Context context;
    private final Proposals proposals;
    private final ImportOffers imports;
    private final NameOffers names;
    private final OtherOffers others;

    Offers(Context context, Proposals proposals) {
        this.context = context;
        this.proposals = proposals;
        this.imports = new ImportOffers(context, proposals);
        this.names = new NameOffers(
                context,
                proposals,
                Visible.in(context.cursor().snapshot(), context.cursor().file()));
        this.others = new OtherOffers(context, proposals, names);
    }

    void all() {
        if (context.inside(Token.Kind.TEXT)) {
            imports.paths();
            return;
        }
        Token last = context.lastToken();
        if (last != null && last.kind() == Token.Kind.NUMBER && context.from() - last.end() <= 1 && sameLine(last)) {
            proposals.words(Rank.FIRST, Completion.Kind.UNIT, Vocabulary.units());
            proposals.words(
                    Rank.LIKELY,
                    Completion.Kind.KEYWORD,
                    "step",
                    "and",
                    "or",
                    "then",
                    "else",
                    "of",
                    "weight",
                    "x",
                    "where");
            others.all();
        } else if (imports.names()) {
            others.words();
        } else if (context.last(0).equals(".") && !context.last(1).isEmpty()) {
            new Fields(context, proposals, names.visible()).offer();
            others.words();
        } else {
            likely();
            others.all();
        }
    }

    private boolean sameLine(Token token) {
        return context.cursor().text().substring(token.end(), context.from()).indexOf('\n') < 0;
    }

    private void likely() {
        String last = context.last(0);
        int open = context.opening();
        boolean call = open > 0 && context.text(context.before().get(open)).equals("(");
        switch (last) {
            case "of" -> names.things(Rank.FIRST, target());
            case "extends" -> names.things(Rank.FIRST, target());
            case "within" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.BUDGET));
            case "check" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.DESIGN));
            case "is" -> names.kinds();
            case "inside" -> names.things(Rank.FIRST, EnumSet.of(Declaration.Kind.BLOCK));
            case "stem", "stage", "head", "or", "x" -> names.layers(Rank.FIRST);
            case ":" -> colon(open, call);
            case "(", "," -> {
                if (call && !context.declares(open)) {
                    new Fields(context, proposals, names.visible()).parameters(open, Rank.FIRST);
                } else if (call) {
                    proposals.words(Rank.FIRST, Completion.Kind.KEYWORD, "once");
                }
            }
            case "output" -> names.labels(Rank.FIRST);
            case "input" -> proposals.words(Rank.FIRST, Completion.Kind.FUNCTION, INPUTS);
            case "^",
                    "*",
                    "+",
                    "-",
                    "/",
                    "<=",
                    ">=",
                    "<",
                    ">",
                    "==",
                    "!=",
                    "=",
                    "maximize",
                    "minimize",
                    "report",
                    "require" -> new Locals(context, proposals).offer(Rank.FIRST);
            default -> {}
        }
        if (context.atMargin()) {
            Snippets.items(proposals, Rank.FIRST);
        } else if (!call) {
            braces(open);
        }
    }

    /** After a colon: a type where a name is declared, a block after a label, a value after the name of an argument. */
    private void colon(int open, boolean call) {
        if (call && context.declares(open) || Set.of("let", "metric").contains(context.last(2))) {
            proposals.words(Rank.FIRST, Completion.Kind.TYPE, Vocabulary.types());
        } else if (Set.of("stem", "stage", "head").contains(context.last(2))) {
            names.layers(Rank.FIRST);
        } else {
            new Locals(context, proposals).offer(Rank.FIRST);
        }
    }

    private Set<Declaration.Kind> target() {
        return switch (context.item()) {
            case "design" ->
                context.last(0).equals("of") ? EnumSet.of(Declaration.Kind.SPACE) : EnumSet.of(Declaration.Kind.DESIGN);
            case "space" -> EnumSet.of(Declaration.Kind.SPACE);
            case "budget" -> EnumSet.of(Declaration.Kind.BUDGET);
            case "sweep", "frontier" -> EnumSet.of(Declaration.Kind.DESIGN);
            default -> NameOffers.VALUES;
        };
    }

    /** What the innermost braces are made of. */
    private void braces(int open) {
        if (open < 0 || !context.text(context.before().get(open)).equals("{")) {
            return;
        }
        boolean outermost = context.opening(open) < 0;
        switch (context.item()) {
            case "space" -> {
                if (outermost) {
                    Snippets.members(proposals, Rank.LIKELY);
                } else {
                    statements();
                }
            }
            case "block" -> statements();
            case "design" -> Snippets.clauses(proposals, Rank.LIKELY);
            case "frontier" -> proposals.words(Rank.LIKELY, Completion.Kind.KEYWORD, "maximize", "minimize", "points");
            case "budget", "check" -> names.things(Rank.LIKELY, NameOffers.VALUES);
            default -> {}
        }
    }

    private void statements() {
        names.layers(Rank.LIKELY);
        proposals.words(Rank.LIKELY + 1, Completion.Kind.KEYWORD, "let", "if", "else", "repeat", "body", "when");
    }
}
