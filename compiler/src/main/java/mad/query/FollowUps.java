package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Item;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.Span;
import mad.syntax.Parsed;

/** One mistake is said once: what the analysis says of text that the parser could not read is left out until it can. */
final class FollowUps {
    private FollowUps() {}

    /** What of {@code meaning}, the errors of names and types in a file, does not merely follow from its errors of syntax. */
    static List<Diagnostic> without(Parsed parsed, String text, List<Diagnostic> meaning) {
        List<Diagnostic> own = new ArrayList<>(meaning);
        for (Diagnostic syntax : parsed.diagnostics()) {
            for (Item item : parsed.tree().items()) {
                if (item.span().contains(syntax.span().start())) {
                    Span swallowed = new Span(
                            item.span().file(),
                            syntax.span().start(),
                            item.span().end());
                    boolean open = syntax.code() == Code.UNCLOSED && isInLine(text, syntax.span());
                    own.removeIf(d -> open && swallowed.contains(d.span().start())
                            || isLack(d) && item.span().contains(d.span().start()));
                }
            }
        }
        return own;
    }

    /** Behind an open {@code (} or {@code [} the next lines are read as its arguments; behind an open brace they keep their meaning. */
    private static boolean isInLine(String text, Span bracket) {
        return "([".indexOf(text.charAt(bracket.start())) >= 0;
    }

    /** What a space lacks may stand where it could not be read. */
    private static boolean isLack(Diagnostic said) {
        return said.code() == Code.NO_INPUT || said.code() == Code.NO_PARTS;
    }
}
