package mad.editor;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mad.model.Primitive;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import mad.syntax.Token;

/** Decides what is likely at a place, and offers everything else behind it. */
record Offers(Context context, Proposals proposals) {
    private static final int FIRST = 0;
    private static final int LIKELY = 10;
    private static final int POSSIBLE = 20;
    private static final int ELSEWHERE = 30;
    private static final int ANYTHING = 40;
    private static final Map<String, String> INPUTS = Map.of(
            "image",
            "channels, size or height and width",
            "video",
            "channels, frames, size",
            "sequence",
            "channels, length",
            "flat",
            "features");
    private static final Set<Declaration.Kind> VALUES = EnumSet.of(
            Declaration.Kind.CONSTANT,
            Declaration.Kind.FUNCTION,
            Declaration.Kind.METRIC,
            Declaration.Kind.BUDGET,
            Declaration.Kind.TABLE,
            Declaration.Kind.ALIAS);

    void all() {
        if (context.inside(Token.Kind.TEXT)) {
            paths();
            return;
        }
        Token last = context.lastToken();
        Visible visible = Visible.in(snapshot(), file());
        if (last != null && last.kind() == Token.Kind.NUMBER && context.from() - last.end() <= 1 && sameLine(last)) {
            proposals.words(FIRST, Completion.Kind.UNIT, Vocabulary.units());
            proposals.words(
                    LIKELY, Completion.Kind.KEYWORD, "step", "and", "or", "then", "else", "of", "weight", "x", "where");
            everything(visible);
        } else if (imports()) {
            words();
        } else if (context.last(0).equals(".") && !context.last(1).isEmpty()) {
            new Fields(context, proposals, visible).offer();
            words();
        } else {
            likely(visible);
            everything(visible);
        }
    }

    private Snapshot snapshot() {
        return context.cursor().snapshot();
    }

    private String file() {
        return context.cursor().file();
    }

    private boolean sameLine(Token token) {
        return context.cursor().text().substring(token.end(), context.from()).indexOf('\n') < 0;
    }

    /** Files that an import may name. */
    private void paths() {
        String text = context.cursor().text();
        int quote = text.lastIndexOf('"', Math.max(0, context.cursor().offset() - 1));
        for (String neighbour : snapshot().neighbours(file())) {
            if (!file().endsWith("/" + neighbour)) {
                proposals.replacing(FIRST, Completion.Kind.FILE, neighbour, "file", quote + 1);
            }
        }
    }

    /** Modules after {@code import}, the names of a module in its braces. */
    private boolean imports() {
        List<Token> before = context.before();
        String written = context.last(0).equals(".") ? context.path(before.size() - 1) + "." : "";
        int length = written.isEmpty()
                ? 0
                : 2 * (int) written.chars().filter(c -> c == '.').count();
        if (context.last(length).equals("import")) {
            int from = length == 0
                    ? context.from()
                    : before.get(before.size() - length).start();
            for (String module : StandardLibrary.modules()) {
                proposals.replacing(FIRST, Completion.Kind.MODULE, module, "module", from);
                String rest = module.startsWith(written) ? module.substring(written.length()) : "";
                int dot = rest.indexOf('.');
                if (!rest.isEmpty()) {
                    proposals.add(
                            LIKELY, Completion.Kind.MODULE, dot < 0 ? rest : rest.substring(0, dot), "module", "");
                }
            }
            snapshot()
                    .neighbours(file())
                    .forEach(n -> proposals.replacing(LIKELY, Completion.Kind.FILE, "\"" + n + "\"", "file", from));
            return true;
        }
        int open = context.opening();
        if (open < 1
                || !context.text(before.get(open)).equals("{")
                || !context.item().equals("import")) {
            return false;
        }
        String target = target(open);
        String module = StandardLibrary.isModule(target)
                ? target
                : snapshot().resolve(file(), target).orElse("");
        Set<String> known = new HashSet<>();
        before.subList(open, before.size()).forEach(t -> known.add(context.text(t)));
        if (!module.isEmpty()) {
            Visible.exports(snapshot(), module).stream()
                    .filter(t -> !known.contains(t.name()))
                    .forEach(t -> proposals.thing(FIRST, t));
        }
        proposals.words(LIKELY, Completion.Kind.KEYWORD, "as");
        return true;
    }

    private String target(int open) {
        Token token = context.before().get(open - 1);
        return token.kind() == Token.Kind.TEXT ? context.text(token).replace("\"", "") : context.path(open);
    }

    private void likely(Visible visible) {
        String last = context.last(0);
        int open = context.opening();
        boolean call = open > 0 && context.text(context.before().get(open)).equals("(");
        switch (last) {
            case "of" -> things(FIRST, visible, target());
            case "extends" -> things(FIRST, visible, target());
            case "within" -> things(FIRST, visible, EnumSet.of(Declaration.Kind.BUDGET));
            case "check" -> things(FIRST, visible, EnumSet.of(Declaration.Kind.DESIGN));
            case "is" -> kinds();
            case "inside" -> things(FIRST, visible, EnumSet.of(Declaration.Kind.BLOCK));
            case "stem", "stage", "head", "or", "x" -> layers(FIRST, visible);
            case ":" -> colon(open, call, visible);
            case "(", "," -> {
                if (call && !context.declares(open)) {
                    new Fields(context, proposals, visible).parameters(open, FIRST);
                } else if (call) {
                    proposals.words(FIRST, Completion.Kind.KEYWORD, "once");
                }
            }
            case "output" -> labels(FIRST);
            case "input" -> proposals.words(FIRST, Completion.Kind.FUNCTION, INPUTS);
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
                    "require" -> new Locals(context, proposals).offer(FIRST);
            default -> {}
        }
        if (context.atMargin()) {
            Snippets.items(proposals, FIRST);
        } else if (!call) {
            braces(open, visible);
        }
    }

    /** After a colon: a type where a name is declared, a block after a label, a value after the name of an argument. */
    private void colon(int open, boolean call, Visible visible) {
        if (call && context.declares(open) || Set.of("let", "metric").contains(context.last(2))) {
            proposals.words(FIRST, Completion.Kind.TYPE, Vocabulary.types());
        } else if (Set.of("stem", "stage", "head").contains(context.last(2))) {
            layers(FIRST, visible);
        } else {
            new Locals(context, proposals).offer(FIRST);
        }
    }

    private Set<Declaration.Kind> target() {
        return switch (context.item()) {
            case "design" ->
                context.last(0).equals("of") ? EnumSet.of(Declaration.Kind.SPACE) : EnumSet.of(Declaration.Kind.DESIGN);
            case "space" -> EnumSet.of(Declaration.Kind.SPACE);
            case "budget" -> EnumSet.of(Declaration.Kind.BUDGET);
            case "sweep", "frontier" -> EnumSet.of(Declaration.Kind.DESIGN);
            default -> VALUES;
        };
    }

    /** What the innermost braces are made of. */
    private void braces(int open, Visible visible) {
        if (open < 0 || !context.text(context.before().get(open)).equals("{")) {
            return;
        }
        boolean outermost = context.opening(open) < 0;
        switch (context.item()) {
            case "space" -> {
                if (outermost) {
                    Snippets.members(proposals, LIKELY);
                } else {
                    statements(visible);
                }
            }
            case "block" -> statements(visible);
            case "design" -> Snippets.clauses(proposals, LIKELY);
            case "frontier" -> proposals.words(LIKELY, Completion.Kind.KEYWORD, "maximize", "minimize", "points");
            case "budget", "check" -> things(LIKELY, visible, VALUES);
            default -> {}
        }
    }

    private void statements(Visible visible) {
        layers(LIKELY, visible);
        proposals.words(LIKELY + 1, Completion.Kind.KEYWORD, "let", "if", "else", "repeat", "body", "when");
    }

    private void kinds() {
        for (Primitive primitive : Primitive.values()) {
            proposals.add(FIRST, Completion.Kind.LAYER, primitive.text(), "layer", "");
            proposals.add(FIRST, Completion.Kind.LAYER, primitive.family(), "family", "");
        }
    }

    private void layers(int rank, Visible visible) {
        things(rank, visible, EnumSet.of(Declaration.Kind.BLOCK));
        for (Primitive primitive : Primitive.values()) {
            proposals.add(rank, Completion.Kind.LAYER, primitive.text(), Signatures.of(primitive), "");
        }
        elsewhere(rank + 5, visible, EnumSet.of(Declaration.Kind.BLOCK));
    }

    private void labels(int rank) {
        Names.declarations(snapshot(), file()).stream()
                .filter(d -> EnumSet.of(Declaration.Kind.STEM, Declaration.Kind.STAGE, Declaration.Kind.HEAD)
                        .contains(d.kind()))
                .forEach(d -> proposals.add(
                        rank,
                        Completion.Kind.VARIABLE,
                        d.name().text(),
                        d.kind().text(),
                        ""));
    }

    private void things(int rank, Visible visible, Set<Declaration.Kind> kinds) {
        visible.things().values().stream()
                .filter(t -> kinds.contains(t.kind()) || t.kind() == Declaration.Kind.ALIAS)
                .forEach(t -> proposals.thing(t.kind() == Declaration.Kind.ALIAS ? rank + 1 : rank, t));
        if (!kinds.contains(Declaration.Kind.METRIC)) {
            elsewhere(rank + 5, visible, kinds);
        }
    }

    /** Names of the standard library that are not imported yet: choosing one imports it. */
    private void elsewhere(int rank, Visible visible, Set<Declaration.Kind> kinds) {
        if (context.prefix().isEmpty()) {
            return;
        }
        for (String module : StandardLibrary.modules()) {
            for (Visible.Thing thing : Visible.exports(snapshot(), module)) {
                if (kinds.contains(thing.kind())
                        && begins(thing.name())
                        && !visible.things().containsKey(thing.name())) {
                    proposals.thing(
                            rank,
                            thing,
                            "from " + module,
                            List.of(Imports.add(context.cursor(), module, thing.name())));
                }
            }
        }
    }

    private boolean begins(String name) {
        return name.regionMatches(true, 0, context.prefix(), 0, context.prefix().length());
    }

    /** Whatever else there is: a place that was misjudged is then a matter of rank. */
    private void everything(Visible visible) {
        new Locals(context, proposals).offer(POSSIBLE);
        visible.things().values().forEach(t -> proposals.thing(VALUES.contains(t.kind()) ? POSSIBLE : ELSEWHERE, t));
        proposals.words(POSSIBLE, Completion.Kind.FUNCTION, Vocabulary.builtins());
        proposals.words(
                POSSIBLE + 1,
                Completion.Kind.KEYWORD,
                "if",
                "then",
                "else",
                "for",
                "in",
                "where",
                "and",
                "or",
                "not",
                "is",
                "inside",
                "upto",
                "step",
                "of",
                "true",
                "false",
                "weight",
                "x",
                "when",
                "as",
                "extends",
                "from",
                "key",
                "value",
                "points",
                "once");
        proposals.words(ELSEWHERE, Completion.Kind.KEYWORD, Vocabulary.keywords());
        proposals.words(ELSEWHERE, Completion.Kind.TYPE, Vocabulary.types());
        for (Primitive primitive : Primitive.values()) {
            proposals.add(ELSEWHERE, Completion.Kind.LAYER, primitive.text(), Signatures.of(primitive), "");
        }
        elsewhere(ANYTHING - 1, visible, EnumSet.allOf(Declaration.Kind.class));
        words();
    }

    /** Every word of the file, the frequent ones first. */
    private void words() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Token token : context.cursor().tokens()) {
            boolean here = token.start() <= context.cursor().offset() && context.from() <= token.end();
            if (token.kind() == Token.Kind.NAME && !here) {
                counts.merge(context.text(token), 1, Integer::sum);
            }
        }
        counts.forEach(
                (word, count) -> proposals.add(ANYTHING + Math.max(0, 5 - count), Completion.Kind.WORD, word, "", ""));
        proposals.words(ANYTHING + 6, Completion.Kind.FIELD, Vocabulary.attributes());
        for (Primitive primitive : Primitive.values()) {
            primitive
                    .parameters()
                    .forEach(p -> proposals.add(ANYTHING + 6, Completion.Kind.PARAMETER, p.name(), "", ""));
        }
    }
}
