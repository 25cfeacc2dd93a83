package mad.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mad.grammar.MadParser;

/** The fixed words and signs of the grammar, by spelling. */
final class Words {
    private static final Map<String, Integer> TYPES = types();

    static final int OPEN_BRACE = type("{");
    static final int CLOSE_BRACE = type("}");
    static final int OPEN_PAREN = type("(");
    static final int CLOSE_PAREN = type(")");
    static final int OPEN_BRACKET = type("[");
    static final int CLOSE_BRACKET = type("]");
    static final int COMMA = type(",");
    static final int COLON = type(":");
    static final int DOT = type(".");
    static final int EQUALS = type("=");
    static final int LET = type("let");
    static final int TABLE = type("table");

    /** Words that start an item. */
    static final Set<Integer> ITEMS = types(
            "import", "let", "metric", "block", "space", "budget", "design", "check", "table", "sweep", "frontier");

    static final Set<Integer> BRACKETS = types("(", ")", "[", "]", "{", "}");

    /** Every word of the grammar that is made of letters. */
    static final Set<Integer> KEYWORDS = keywords();

    static final Set<String> KEYWORD_SPELLINGS =
            KEYWORDS.stream().map(Words::spelling).collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** The token type of {@code spelling}, which must be a word or sign of the grammar. */
    static int type(String spelling) {
        Integer type = TYPES.get(spelling);
        if (type == null) {
            throw new IllegalArgumentException(spelling + " is not in the grammar");
        }
        return type;
    }

    static Set<Integer> types(String... spellings) {
        Set<Integer> types = new HashSet<>();
        for (String spelling : spellings) {
            types.add(type(spelling));
        }
        return types;
    }

    /** How the token type is spelled, without quotes; empty where its spelling varies. */
    static String spelling(int type) {
        String literal = MadParser.VOCABULARY.getLiteralName(type);
        return literal == null ? "" : literal.substring(1, literal.length() - 1);
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = 1; type <= MadParser.VOCABULARY.getMaxTokenType(); type++) {
            String spelling = spelling(type);
            if (!spelling.isEmpty()) {
                types.put(spelling, type);
            }
        }
        return types;
    }

    private static Set<Integer> keywords() {
        Set<Integer> keywords = new HashSet<>();
        TYPES.forEach((spelling, type) -> {
            if (Character.isLetter(spelling.charAt(0))) {
                keywords.add(type);
            }
        });
        return keywords;
    }
}
