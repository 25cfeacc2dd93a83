package mad.syntax;

/** A token as an editor sees it: {@code [start, end)} in UTF-16 code units. */
public record Token(Kind kind, int start, int end) {
    public enum Kind {
        /** Keywords, also the soft ones that may be names elsewhere. */
        KEYWORD,
        NAME,
        NUMBER,
        UNIT,
        TEXT,
        OPERATOR,
        BRACKET,
        COMMENT,
        DOCUMENTATION,
        JUNK
    }
}
