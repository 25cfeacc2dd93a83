package mad.syntax;

import java.util.List;
import mad.grammar.MadLexer;

/** The tokens of a text as editors want them. */
final class EditorTokens {
    private EditorTokens() {}

    static List<Token> of(List<Lexeme> lexemes) {
        return lexemes.stream()
                .map(l -> new Token(kind(l.getType()), l.start(), l.end()))
                .toList();
    }

    private static Token.Kind kind(int type) {
        return switch (type) {
            case MadLexer.DOC -> Token.Kind.DOCUMENTATION;
            case MadLexer.COMMENT -> Token.Kind.COMMENT;
            case MadLexer.NUMBER -> Token.Kind.NUMBER;
            case MadLexer.UNIT -> Token.Kind.UNIT;
            case MadLexer.STRING, MadLexer.OPEN_STRING -> Token.Kind.TEXT;
            case MadLexer.ID -> Token.Kind.NAME;
            case MadLexer.JUNK -> Token.Kind.JUNK;
            default ->
                Words.KEYWORDS.contains(type)
                        ? Token.Kind.KEYWORD
                        : Words.BRACKETS.contains(type) ? Token.Kind.BRACKET : Token.Kind.OPERATOR;
        };
    }
}
