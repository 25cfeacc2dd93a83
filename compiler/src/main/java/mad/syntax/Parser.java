package mad.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;
import mad.source.SourceFile;

/** From text to syntax tree. Never throws, whatever the text: what is wrong with it is in the diagnostics. */
public final class Parser {
    /** In UTF-16 code units. No one writes such a file, and no solver's memory should go to one. */
    public static final int MAX_LENGTH = 1_000_000;

    private static final int MOST_DIAGNOSTICS = 200;

    private Parser() {}

    /** How an item's tokens become an item; given what effort is left for broken ones. */
    private interface Reading {
        ReadItem.Placed read(List<Lexeme> tokens, Effort effort);
    }

    public static Parsed parse(SourceFile file) {
        return parse(
                file,
                (tokens, effort) -> ReadItem.of(tokens, file.file(), effort).at(file.file(), 0));
    }

    /** As {@link #parse(SourceFile)}, reading only those items anew that {@code cache} does not know from the last version of this file. */
    public static Parsed parse(SourceFile file, ItemCache cache) {
        ItemCache.Generation generation = cache.generation(file);
        Parsed parsed = parse(file, generation::read);
        generation.end();
        return parsed;
    }

    private static Parsed parse(SourceFile file, Reading reading) {
        if (file.text().length() > MAX_LENGTH) {
            Diagnostic tooLarge =
                    SyntaxMessages.tooLarge(file.span(0, 0), file.text().length(), MAX_LENGTH);
            return new Parsed(new SourceTree(file.file(), "", List.of()), List.of(tooLarge), List.of());
        }
        Tokens tokens = Tokens.of(file.text());
        List<Item> items = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Effort effort = new Effort();
        for (List<Lexeme> lexemes : Splitter.split(tokens.visible())) {
            ReadItem.Placed read = reading.read(lexemes, effort);
            read.item().ifPresent(items::add);
            diagnostics.addAll(read.diagnostics());
        }
        SourceTree tree = new SourceTree(file.file(), tokens.doc(), items);
        return new Parsed(tree, inOrder(diagnostics), EditorTokens.of(tokens.all()));
    }

    private static List<Diagnostic> inOrder(List<Diagnostic> diagnostics) {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt(d -> d.span().start()));
        if (sorted.size() <= MOST_DIAGNOSTICS) {
            return sorted;
        }
        List<Diagnostic> first = new ArrayList<>(sorted.subList(0, MOST_DIAGNOSTICS));
        first.add(SyntaxMessages.tooMany(sorted.get(MOST_DIAGNOSTICS).span()));
        return first;
    }
}
