package mad.syntax;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.SourceTree;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.grammar.MadLexer;
import mad.source.SourceFile;

/** From text to syntax tree. Never throws, whatever the text: what is wrong with it is in the diagnostics. */
public final class Parser {
    /** In UTF-16 code units. No one writes such a file; a program that does should write several. */
    public static final int MAX_LENGTH = 4_000_000;

    private final SourceFile file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Parser(SourceFile file) {
        this.file = file;
    }

    public static Parsed parse(SourceFile file) {
        return new Parser(file).parse();
    }

    private Parsed parse() {
        if (file.text().length() > MAX_LENGTH) {
            diagnostics.add(Diagnostic.of(Code.TOO_LARGE, file.span(0, 0), "This file is too large."));
            return new Parsed(new SourceTree(file.file(), "", List.of()), diagnostics, List.of());
        }
        Tokens tokens = Tokens.of(file.text());
        List<Item> items = new ArrayList<>();
        for (List<Lexeme> lexemes : Splitter.split(tokens.visible())) {
            items.add(item(lexemes));
        }
        return new Parsed(new SourceTree(file.file(), tokens.doc(), items), diagnostics, EditorTokens.of(tokens.all()));
    }

    private Item item(List<Lexeme> lexemes) {
        Spans spans = new Spans(file.file(), 0);
        return switch (ItemParser.read(lexemes)) {
            case Attempt.Read read -> {
                AstBuilder builder = new AstBuilder(spans);
                Item item = builder.item(read.tree());
                builder.tooDeep()
                        .ifPresent(
                                at -> diagnostics.add(Diagnostic.of(Code.TOO_DEEP, at, "This is nested too deeply.")));
                yield item;
            }
            case Attempt.Stuck stuck -> {
                Lexeme at = lexemes.get(Math.min(stuck.at(), lexemes.size() - 1));
                diagnostics.add(
                        Diagnostic.of(Code.UNEXPECTED_TOKEN, spans.of(at), "Unexpected `" + at.getText() + "`."));
                yield broken(lexemes, spans);
            }
            case Attempt.TooDeep deep -> {
                Lexeme at = lexemes.get(deep.at());
                diagnostics.add(Diagnostic.of(Code.TOO_DEEP, spans.of(at), "This is nested too deeply."));
                yield broken(lexemes, spans);
            }
        };
    }

    private static Item.Broken broken(List<Lexeme> lexemes, Spans spans) {
        Name name = lexemes.size() > 1 && lexemes.get(1).is(MadLexer.ID)
                ? spans.name(lexemes.get(1))
                : new Name("", spans.of(lexemes.getFirst()).after());
        return new Item.Broken(spans.of(lexemes.getFirst(), lexemes.getLast()), name);
    }
}
