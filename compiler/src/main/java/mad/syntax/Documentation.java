package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import mad.grammar.MadLexer;

/** Collects {@code ///} lines while the tokens go by. */
final class Documentation {
    private final List<String> paragraph = new ArrayList<>();
    private int lastLine = -1;
    private boolean started;
    private boolean paragraphIsFirst;
    private String module = "";

    void comment(Lexeme token, boolean first) {
        if (!token.is(MadLexer.DOC) || !first) {
            reach(token.getLine());
        } else {
            if (token.getLine() != lastLine + 1) {
                reach(token.getLine());
                paragraph.clear();
                paragraphIsFirst = !started;
            }
            String text = token.getText().substring("///".length());
            paragraph.add((text.startsWith(" ") ? text.substring(1) : text).stripTrailing());
            lastLine = token.getLine();
        }
        started = true;
    }

    /** The documentation of {@code token}: the lines that end directly above it. */
    String above(Lexeme token, boolean first) {
        reach(token.getLine());
        started = true;
        boolean directly = first && !paragraph.isEmpty() && token.getLine() == lastLine + 1;
        String text = directly ? String.join("\n", paragraph) : "";
        paragraph.clear();
        return text;
    }

    /** The documentation of the module: the first paragraph of a file that starts with one, when a blank line follows. */
    String module() {
        reach(Integer.MAX_VALUE);
        return module;
    }

    private void reach(int line) {
        if (paragraphIsFirst && line > lastLine + 1) {
            module = String.join("\n", paragraph);
        }
        if (line != lastLine) {
            paragraphIsFirst = false;
        }
    }
}
