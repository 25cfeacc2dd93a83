package mad.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.model.Type;
import mad.source.Span;

/** Where things are: definition, type, references, highlights. */
public final class Navigation {
    private Navigation() {}

    /**
     * Where a name leads.
     *
     * @param name what was asked about
     * @param target the name in its declaration, or the start of a module
     * @param whole the construct around the target
     */
    public record Link(Span name, Span target, Span whole) {}

    /** @param declares whether the name is given here rather than used */
    public record Highlight(Span span, boolean declares) {}

    public static List<Link> definition(Cursor cursor) {
        return Names.at(cursor)
                .map(m -> m.declared().stream()
                        .map(d -> link(cursor, m.name(), d))
                        .toList())
                .orElse(List.of());
    }

    private static Link link(Cursor cursor, Span name, Span declared) {
        Span whole = Names.declaration(cursor.snapshot(), declared)
                .map(Declaration::whole)
                .orElse(declared);
        return new Link(name, declared, whole);
    }

    /** For a stage of a space or an argument: the block it is made of; otherwise the definition. */
    public static List<Link> typeDefinition(Cursor cursor) {
        Optional<Names.Meaning> meaning = Names.at(cursor);
        Type type = meaning.map(m -> cursor.module().types().get(m.name())).orElse(null);
        if (meaning.isPresent() && type instanceof Type.Part) {
            for (Span declared : meaning.get().declared()) {
                List<Link> blocks = blocks(cursor, meaning.get().name(), declared);
                if (!blocks.isEmpty()) {
                    return blocks;
                }
            }
        }
        return definition(cursor);
    }

    private static List<Link> blocks(Cursor cursor, Span name, Span label) {
        return Names.declaration(cursor.snapshot(), label).stream()
                .flatMap(d -> new Cursor(
                                cursor.snapshot(), label.file(), d.whole().start())
                        .item().stream()
                                .flatMap(item -> Node.of(item).children().stream())
                                .filter(n -> n.span().equals(d.whole()))
                                .flatMap(n -> n.children().stream()))
                .filter(n -> n.syntax() instanceof mad.ast.Statement.Apply)
                .flatMap(n -> definition(
                        new Cursor(cursor.snapshot(), label.file(), n.span().start()))
                        .stream())
                .map(l -> new Link(name, l.target(), l.whole()))
                .toList();
    }

    /** @param files those of the project that are searched, besides this one and the standard library */
    public static List<Span> references(Cursor cursor, List<String> files, Set<Part> wanted) {
        List<Span> all = Names.occurrences(cursor, files);
        Set<Span> declared = Names.at(cursor).map(Names.Meaning::declared).orElse(Set.of());
        return all.stream()
                .filter(s -> wanted.contains(declared.contains(s) ? Part.DECLARATION : Part.USE))
                .toList();
    }

    /** What a search for references gives. */
    public enum Part {
        DECLARATION,
        USE
    }

    public static List<Highlight> highlights(Cursor cursor) {
        Set<Span> declared = Names.at(cursor).map(Names.Meaning::declared).orElse(Set.of());
        return Names.occurrences(cursor, List.of()).stream()
                .filter(s -> s.file().equals(cursor.file()))
                .map(s -> new Highlight(s, declared.contains(s)))
                .toList();
    }
}
