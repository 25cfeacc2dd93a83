package mad.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.query.StandardLibrary;
import mad.syntax.Token;

/** What an import may name. */
record ImportOffers(Context context, Proposals proposals) {
    /** Files that an import may name. */
    void paths() {
        String text = context.cursor().text();
        int quote = text.lastIndexOf('"', Math.max(0, context.cursor().offset() - 1));
        for (String neighbour :
                context.cursor().snapshot().neighbours(context.cursor().file())) {
            if (!context.cursor().file().endsWith("/" + neighbour)) {
                proposals.replacing(Rank.FIRST, Completion.Kind.FILE, neighbour, "file", quote + 1);
            }
        }
    }

    /** Modules after {@code import}, the names of a module in its braces. */
    boolean names() {
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
                proposals.replacing(Rank.FIRST, Completion.Kind.MODULE, module, "module", from);
                String rest = module.startsWith(written) ? module.substring(written.length()) : "";
                int dot = rest.indexOf('.');
                if (!rest.isEmpty()) {
                    proposals.add(
                            Rank.LIKELY, Completion.Kind.MODULE, dot < 0 ? rest : rest.substring(0, dot), "module", "");
                }
            }
            context.cursor()
                    .snapshot()
                    .neighbours(context.cursor().file())
                    .forEach(
                            n -> proposals.replacing(Rank.LIKELY, Completion.Kind.FILE, "\"" + n + "\"", "file", from));
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
                : context.cursor()
                        .snapshot()
                        .resolve(context.cursor().file(), target)
                        .orElse("");
        Set<String> known = new HashSet<>();
        before.subList(open, before.size()).forEach(t -> known.add(context.text(t)));
        if (!module.isEmpty()) {
            Visible.exports(context.cursor().snapshot(), module).stream()
                    .filter(t -> !known.contains(t.name()))
                    .forEach(t -> proposals.thing(Rank.FIRST, t));
        }
        proposals.words(Rank.LIKELY, Completion.Kind.KEYWORD, "as");
        return true;
    }

    private String target(int open) {
        Token token = context.before().get(open - 1);
        return token.kind() == Token.Kind.TEXT ? context.text(token).replace("\"", "") : context.path(open);
    }
}
