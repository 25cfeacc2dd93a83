package mad.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.ast.Item;
import mad.ast.Name;
import mad.diagnostic.Diagnostic;
import mad.grammar.MadLexer;
import mad.grammar.MadParser.ItemContext;
import mad.source.Span;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * The tokens of one item as the grammar read them, wherever the item stands: reading is the dear part and depends on the tokens alone.
 *
 * @param tokens without the characters that MAD does not use; empty where the item was only such
 * @param tree absent where the tokens could not be read
 * @param diagnostics with the places of {@code tokens}
 */
record ReadItem(List<Lexeme> tokens, Optional<ItemContext> tree, List<Diagnostic> diagnostics) {
    /** A tree takes about a kilobyte of memory for each. */
    private static final int MOST_TOKENS = 120_000;

    /** An item in its place. */
    record Placed(Optional<Item> item, List<Diagnostic> diagnostics) {}

    /** A function of the tokens alone, as long as effort is left. */
    static ReadItem of(List<Lexeme> tokens, String file, Effort effort) {
        Spans spans = new Spans(file, 0);
        SyntaxMessages messages = new SyntaxMessages(spans);
        if (tokens.size() > MOST_TOKENS) {
            messages.report(SyntaxMessages.itemTooLarge(spans.of(tokens.getFirst()), tokens.size(), MOST_TOKENS));
            return new ReadItem(tokens, Optional.empty(), messages.said());
        }
        Oddities.Result clean = Oddities.read(tokens, messages);
        if (clean.tokens().isEmpty()) {
            return new ReadItem(List.of(), Optional.empty(), messages.said());
        }
        Set<Integer> quiet = new HashSet<>(clean.lines());
        List<Lexeme> closed = Braces.close(clean.tokens(), messages, quiet);
        Optional<ItemContext> tree = new Repair(closed, quiet, messages, effort).read();
        return new ReadItem(clean.tokens(), tree, messages.said());
    }

    /** The same, without a hold on the text and the other tokens of its file: one that is kept may outlive many versions of it. */
    ReadItem detached() {
        tokens.forEach(Lexeme::detach);
        Deque<ParseTree> open = new ArrayDeque<>();
        tree.ifPresent(open::push);
        while (!open.isEmpty()) {
            ParseTree node = open.pop();
            if (node instanceof TerminalNode leaf) {
                ((Lexeme) leaf.getSymbol()).detach();
            }
            for (int i = 0; i < node.getChildCount(); i++) {
                open.push(node.getChild(i));
            }
        }
        return new ReadItem(List.copyOf(tokens), tree, diagnostics);
    }

    /** The item in {@code file}, {@code shift} further than it was read. */
    Placed at(String file, int shift) {
        Spans spans = new Spans(file, shift);
        List<Diagnostic> said = new ArrayList<>();
        diagnostics.forEach(d -> said.add(moved(d, file, shift)));
        if (tokens.isEmpty()) {
            return new Placed(Optional.empty(), said);
        }
        AstBuilder builder = new AstBuilder(spans);
        Item item = tree.map(builder::item).orElseGet(() -> broken(spans));
        builder.tooDeep().ifPresent(place -> said.add(SyntaxMessages.tooDeep(place)));
        return new Placed(Optional.of(item), said);
    }

    private Item broken(Spans spans) {
        Span span = spans.of(tokens.getFirst(), tokens.getLast());
        boolean named = tokens.size() > 1 && tokens.get(1).is(MadLexer.ID);
        Name name = named
                ? spans.name(tokens.get(1))
                : new Name("", spans.of(tokens.getFirst()).after());
        return new Item.Broken(span, name);
    }

    private static Diagnostic moved(Diagnostic d, String file, int shift) {
        return new Diagnostic(
                d.code(),
                moved(d.span(), file, shift),
                d.message(),
                d.notes().stream()
                        .map(n -> new Diagnostic.Note(moved(n.span(), file, shift), n.text()))
                        .toList(),
                d.fixes().stream().map(f -> moved(f, file, shift)).toList());
    }

    private static Diagnostic.Fix moved(Diagnostic.Fix fix, String file, int shift) {
        return new Diagnostic.Fix(
                fix.title(),
                fix.edits().stream()
                        .map(e -> new Diagnostic.Edit(moved(e.span(), file, shift), e.replacement()))
                        .toList());
    }

    private static Span moved(Span span, String file, int shift) {
        return new Span(file, span.start() + shift, span.end() + shift);
    }
}
