package mad.syntax;

import java.util.List;
import java.util.Map;

/** Which brackets belong together. */
final class Brackets {
    private static final Map<Integer, Integer> OPENERS = Map.of(
            Words.CLOSE_PAREN, Words.OPEN_PAREN,
            Words.CLOSE_BRACKET, Words.OPEN_BRACKET,
            Words.CLOSE_BRACE, Words.OPEN_BRACE);

    private Brackets() {}

    static boolean isCloser(Lexeme token) {
        return OPENERS.containsKey(token.getType());
    }

    static boolean isOpener(Lexeme token) {
        return OPENERS.containsValue(token.getType());
    }

    /** The index of the bracket that one of type {@code closer}, standing before index {@code at}, would close; -1 if there is none. */
    static int opener(List<Lexeme> tokens, int at, int closer) {
        Integer opener = OPENERS.get(closer);
        int depth = 0;
        for (int i = at - 1; i >= 0 && opener != null; i--) {
            Lexeme token = tokens.get(i);
            if (isCloser(token)) {
                depth++;
            } else if (isOpener(token) && depth-- == 0) {
                return token.is(opener) ? i : -1;
            }
        }
        return -1;
    }
}
