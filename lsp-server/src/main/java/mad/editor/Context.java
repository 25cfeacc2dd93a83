package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mad.syntax.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where the cursor stands, from the tokens before it alone: that works however broken the text is.
 *
 * @param before tokens that end before the word under the cursor, without comments
 * @param from where the word under the cursor starts
 */
record Context(Cursor cursor, List<Token> before, int from) {
    private static final Set<String> HEADS = Set.of(
            "let", "metric", "block", "space", "budget", "design", "check", "sweep", "frontier", "table", "import");

    private static final Set<String> CLAUSES = Set.of(
            "within",
            "let",
            "require",
            "maximize",
            "minimize",
            "prefer",
            "report",
            "input",
            "var",
            "stem",
            "stage",
            "head",
            "output");

    static Context of(Cursor cursor) {
        String text = cursor.text();
        int from = cursor.offset();
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '_')) {
            from--;
        }
        List<Token> before = new ArrayList<>();
        for (Token token : cursor.tokens()) {
            boolean comment = token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
            if (token.end() <= from && !comment) {
                before.add(token);
            }
        }
        return new Context(cursor, before, from);
    }

    String prefix() {
        return cursor.text().substring(from, cursor.offset());
    }

    String text(Token token) {
        return cursor.text().substring(token.start(), token.end());
    }

    /** The text of the token that stands {@code back} tokens before the word; empty where there is none. */
    String last(int back) {
        return back < before.size() ? text(before.get(before.size() - 1 - back)) : "";
    }

    @Nullable
    Token lastToken() {
        return before.isEmpty() ? null : before.getLast();
    }

    /** The token inside which the cursor is, where it is a comment or text. */
    boolean inside(Token.Kind kind) {
        return cursor.tokens().stream()
                .anyMatch(t -> t.kind() == kind
                        && t.start() < cursor.offset()
                        && (cursor.offset() < t.end() || cursor.offset() == t.end() && isOpen(t)));
    }

    private boolean isOpen(Token token) {
        return switch (token.kind()) {
            case COMMENT, DOCUMENTATION -> true;
            case TEXT -> token.end() - token.start() < 2 || cursor.text().charAt(token.end() - 1) != '"';
            case KEYWORD, NAME, NUMBER, UNIT, OPERATOR, BRACKET, JUNK -> false;
        };
    }

    /** The index of the bracket that encloses the token at {@code end}, or -1. */
    int opening(int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            String text = text(before.get(i));
            if (before.get(i).kind() == Token.Kind.BRACKET) {
                if (")]}".contains(text)) {
                    depth++;
                } else if (depth-- == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    int opening() {
        return opening(before.size());
    }

    boolean isCall(int open) {
        return open > 0 && text(before.get(open)).equals("(");
    }

    boolean isBrace(int open) {
        return open >= 0 && text(before.get(open)).equals("{");
    }

    /** The word that begins the clause or member around the cursor, in the same brackets; empty where there is none. */
    String clause() {
        for (int i = before.size() - 1, open = opening(); i > open; i--) {
            if (before.get(i).kind() == Token.Kind.KEYWORD
                    && opening(i) == open
                    && CLAUSES.contains(text(before.get(i)))) {
                return text(before.get(i));
            }
        }
        return "";
    }

    /** The dotted name that ends at index {@code end}, exclusive; empty where none does. */
    String path(int end) {
        StringBuilder path = new StringBuilder();
        boolean name = true;
        for (int i = end - 1; i >= 0; i--) {
            String text = text(before.get(i));
            boolean word = Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
            if (name ? !word : !text.equals(".")) {
                break;
            }
            path.insert(0, text);
            name = !name;
        }
        return path.toString();
    }

    /** The word that starts the item at whose head or in whose outermost braces the cursor is; empty at the top level. */
    String item() {
        int i = before.size();
        int open = opening(i);
        while (open >= 0) {
            i = open;
            open = opening(i);
        }
        for (int j = (i == before.size() ? i : i) - 1; j >= 0; j--) {
            Token token = before.get(j);
            String text = text(token);
            if (HEADS.contains(text) && isHead(j)) {
                return text;
            }
        }
        return "";
    }

    private boolean isHead(int index) {
        return index == 0
                || cursor.snapshot()
                                .lines(cursor.file())
                                .position(before.get(index).start())
                                .column()
                        == 0
                || opening(index) < 0 && !text(before.get(index - 1)).equals(".");
    }

    /** Whether the cursor is in no bracket and at the start of a line: where an item may start. */
    boolean atMargin() {
        int column = cursor.snapshot().lines(cursor.file()).position(from).column();
        return column == 0 || opening() < 0 && before.isEmpty();
    }

    /** Whether the bracket at {@code open} holds the parameters of an item. */
    boolean declares(int open) {
        return open >= 2 && last(before.size() - open).length() > 0 && HEADS.contains(text(before.get(open - 2)));
    }
}
