package mad.format;

import mad.syntax.Token;

/**
 * A token or comment to be written.
 *
 * @param newLine whether the author put it on a line of its own
 * @param blankAbove whether the author left a blank line above it
 */
record Piece(Token token, String text, boolean newLine, boolean blankAbove) {
    boolean is(String other) {
        return text.equals(other);
    }

    boolean isComment() {
        return token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOCUMENTATION;
    }

    boolean isOpener() {
        return token.kind() == Token.Kind.BRACKET && "([{".contains(text);
    }

    boolean isCloser() {
        return token.kind() == Token.Kind.BRACKET && ")]}".contains(text);
    }

    boolean isWord() {
        return token.kind() == Token.Kind.KEYWORD;
    }

    /** Whether a value may end with it, so that a minus after it subtracts. */
    boolean endsValue() {
        return switch (token.kind()) {
            case NAME, NUMBER, UNIT, TEXT -> true;
            case BRACKET -> isCloser();
            case KEYWORD -> Spacing.NAMES.contains(text);
            case OPERATOR, COMMENT, DOCUMENTATION, JUNK -> false;
        };
    }
}
