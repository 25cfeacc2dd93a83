package mad.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.ast.Item;
import mad.ast.Name;
import mad.diagnostic.Diagnostic;
import mad.grammar.MadLexer;
import mad.source.Span;

/**
 * One item and what is wrong with it.
 *
 * @param item absent where the tokens were only characters that MAD does not use
 */
record ReadItem(Optional<Item> item, List<Diagnostic> diagnostics) {
    /** A tree takes about a kilobyte of memory for each. */
    private static final int MOST_TOKENS = 120_000;

    /** A function of the tokens alone, as long as effort is left. */
    static ReadItem of(List<Lexeme> tokens, String file, Effort effort) {
        Spans spans = new Spans(file);
        SyntaxMessages messages = new SyntaxMessages(spans);
        if (tokens.size() > MOST_TOKENS) {
            messages.report(SyntaxMessages.itemTooLarge(spans.of(tokens.getFirst()), tokens.size(), MOST_TOKENS));
            return new ReadItem(Optional.of(broken(tokens, spans)), messages.said());
        }
        Oddities.Result clean = Oddities.read(tokens, messages);
        if (clean.tokens().isEmpty()) {
            return new ReadItem(Optional.empty(), messages.said());
        }
        Set<Integer> quiet = new HashSet<>(clean.lines());
        List<Lexeme> closed = Braces.close(clean.tokens(), messages, quiet);
        Item item = new Repair(closed, quiet, messages, effort)
                .read()
                .map(tree -> {
                    AstBuilder builder = new AstBuilder(spans);
                    Item built = builder.item(tree);
                    builder.tooDeep().ifPresent(at -> messages.report(SyntaxMessages.tooDeep(at)));
                    return built;
                })
                .orElseGet(() -> broken(clean.tokens(), spans));
        return new ReadItem(Optional.of(item), messages.said());
    }

    private static Item.Broken broken(List<Lexeme> tokens, Spans spans) {
        Span span = spans.of(tokens.getFirst(), tokens.getLast());
        boolean named = tokens.size() > 1 && tokens.get(1).is(MadLexer.ID);
        Name name = named
                ? spans.name(tokens.get(1))
                : new Name("", spans.of(tokens.getFirst()).after());
        return new Item.Broken(span, name);
    }
}
