package mad.syntax;

import mad.ast.Name;
import mad.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Spans of tokens and contexts.
 *
 * @param shift what to add to the offsets of tokens: those of an item that was read earlier may have moved since
 */
record Spans(String file, int shift) {
    Span of(Token first, Token last) {
        int start = ((Lexeme) first).start() + shift;
        return new Span(file, start, Math.max(start, ((Lexeme) last).end() + shift));
    }

    Span of(Token token) {
        return of(token, token);
    }

    /** The empty span just before {@code token}. */
    Span before(Lexeme token) {
        return new Span(file, token.start() + shift, token.start() + shift);
    }

    Span of(ParserRuleContext context) {
        return of(context.start, context.stop == null ? context.start : context.stop);
    }

    Span of(ParserRuleContext first, ParserRuleContext last) {
        return of(first.start, last.stop == null ? last.start : last.stop);
    }

    /** A name of one token; missing where the token was inserted. */
    Name name(Token token) {
        return new Name(((Lexeme) token).isInserted() ? "" : token.getText(), of(token));
    }

    Name name(ParserRuleContext context) {
        return name(context.start);
    }

    Name name(TerminalNode node) {
        return name(node.getSymbol());
    }

    static boolean isMissing(ParserRuleContext context) {
        return context.start == context.stop && ((Lexeme) context.start).isInserted();
    }
}
