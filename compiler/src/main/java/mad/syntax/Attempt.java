package mad.syntax;

import mad.grammar.MadParser.ItemContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** What came of reading the tokens of one item. */
sealed interface Attempt {
    record Read(ItemContext tree) implements Attempt {}

    /** The token at index {@code at} (or the end, past the last one) fits nowhere; {@code context} is the rule that met it. */
    record Stuck(int at, ParserRuleContext context) implements Attempt {}

    /** More than {@link ItemParser#MAX_DEPTH} rules inside each other at the token at index {@code at}. */
    record TooDeep(int at) implements Attempt {}
}
