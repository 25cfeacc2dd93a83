package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Proposals as they are gathered. */
record Proposals(Context context, List<Completion.Item> items) {
    Proposals(Context context) {
        this(context, new ArrayList<>());
    }

    private Span word() {
        return new Span(
                context.cursor().file(), context.from(), context.cursor().offset());
    }

    void add(int rank, Completion.Kind kind, String label, String detail, String doc) {
        items.add(new Completion.Item(label, kind, detail, doc, label, false, rank, word(), List.of()));
    }

    void words(int rank, Completion.Kind kind, Map<String, String> words) {
        words.forEach((word, line) -> add(rank, kind, word, line, ""));
    }

    void words(int rank, Completion.Kind kind, String... words) {
        for (String word : words) {
            add(rank, kind, word, Vocabulary.keywords().getOrDefault(word, ""), "");
        }
    }

    void snippet(int rank, String label, String detail, String body) {
        items.add(new Completion.Item(label, Completion.Kind.SNIPPET, detail, "", body, true, rank, word(), List.of()));
    }

    /** {@code text} in place of everything from {@code from} on. */
    void replacing(int rank, Completion.Kind kind, String text, String detail, int from) {
        Span replaced = new Span(
                context.cursor().file(),
                Math.min(from, context.from()),
                context.cursor().offset());
        items.add(new Completion.Item(text, kind, detail, "", text, false, rank, replaced, List.of()));
    }

    void thing(int rank, Visible.Thing thing) {
        thing(rank, thing, thing.kind().text(), List.of());
    }

    void thing(int rank, Visible.Thing thing, String detail, List<Diagnostic.Edit> also) {
        items.add(new Completion.Item(
                thing.name(), kind(thing.kind()), detail, thing.doc(), thing.name(), false, rank, word(), also));
    }

    static Completion.Kind kind(Declaration.Kind kind) {
        return switch (kind) {
            case CONSTANT -> Completion.Kind.CONSTANT;
            case FUNCTION, TABLE -> Completion.Kind.FUNCTION;
            case METRIC -> Completion.Kind.METRIC;
            case BLOCK -> Completion.Kind.BLOCK;
            case SPACE -> Completion.Kind.SPACE;
            case BUDGET -> Completion.Kind.BUDGET;
            case DESIGN, SWEEP, FRONTIER -> Completion.Kind.DESIGN;
            case PARAMETER -> Completion.Kind.PARAMETER;
            case LOCAL, DECISION, STEM, STAGE, HEAD, ELEMENT, BROKEN -> Completion.Kind.VARIABLE;
            case ALIAS -> Completion.Kind.MODULE;
        };
    }
}
