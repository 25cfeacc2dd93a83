package mad.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import mad.semantic.Reference;
import mad.source.Span;

/** Which names mean the same thing, as the analysis has found out. */
public final class Names {
    private Names() {}

    /** What stands under the cursor: the name, and every place where what it means is declared (several for an argument of several blocks). */
    record Meaning(Span name, Set<Span> declared) {}

    static Optional<Meaning> at(Cursor cursor) {
        for (Reference reference : cursor.module().references()) {
            if (reference.use().contains(cursor.offset())) {
                return Optional.of(new Meaning(reference.use(), declared(cursor.snapshot(), reference.use())));
            }
        }
        return declarations(cursor.snapshot(), cursor.file()).stream()
                .filter(d -> d.name().span().contains(cursor.offset()))
                .findFirst()
                .map(d -> new Meaning(d.name().span(), Set.of(d.name().span())));
    }

    /** Where the thing is declared that a use means: behind an import its own file, unless the import gave it another name. */
    private static Set<Span> declared(Snapshot snapshot, Span use) {
        String text = snapshot.text(use);
        List<Reference> references = snapshot.module(use.file()).references();
        Set<Span> found = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (reference.use().equals(use)) {
                found.add(throughArgument(snapshot, references, reference.declared(), text));
            }
        }
        boolean renamed = found.stream().anyMatch(d -> isInImport(snapshot, d) && !text.equals(original(snapshot, d)));
        if (found.size() > 1) {
            found.removeIf(d -> !d.equals(use) && renamed != isInImport(snapshot, d));
        }
        return found;
    }

    /** A sibling argument is declared by the whole argument; what it means is the parameter that the argument's name refers to. */
    private static Span throughArgument(Snapshot snapshot, List<Reference> references, Span declared, String text) {
        for (Reference r : references) {
            boolean head = r.use().file().equals(declared.file())
                    && r.use().start() == declared.start()
                    && r.use().end() < declared.end();
            if (head && snapshot.text(r.use()).equals(text)) {
                return r.declared();
            }
        }
        return declared;
    }

    private static boolean isInImport(Snapshot snapshot, Span span) {
        return importAround(snapshot, span).isPresent();
    }

    private static Optional<mad.ast.Item.Import> importAround(Snapshot snapshot, Span span) {
        return snapshot.parsed(span.file()).tree().items().stream()
                .filter(mad.ast.Item.Import.class::isInstance)
                .map(mad.ast.Item.Import.class::cast)
                .filter(i -> i.span().start() <= span.start()
                        && span.end() <= i.span().end()
                        && span.end() > 0)
                .findFirst();
    }

    /** The name in its own module that an import makes known at {@code local}; the local name itself for a module's name. */
    private static String original(Snapshot snapshot, Span local) {
        return importAround(snapshot, local)
                .flatMap(i -> i.names().stream()
                        .filter(n -> n.local().span().equals(local))
                        .findFirst())
                .map(n -> n.name().text())
                .orElse("");
    }

    /** Every place of the name under the cursor, its declarations first, in all of {@code files}. */
    static List<Span> occurrences(Cursor cursor, List<String> files) {
        Optional<Meaning> meaning = at(cursor);
        if (meaning.isEmpty()) {
            return List.of();
        }
        String text = cursor.snapshot().text(meaning.get().name());
        Set<Span> declared = new LinkedHashSet<>(meaning.get().declared());
        Set<String> searched = new LinkedHashSet<>(files);
        searched.add(cursor.file());
        declared.forEach(d -> searched.add(d.file()));
        Set<Span> found = new LinkedHashSet<>();
        int before = -1;
        while (before < declared.size()) {
            before = declared.size();
            for (String file : searched) {
                collect(cursor.snapshot(), file, text, declared, found);
            }
        }
        List<Span> all = new ArrayList<>(declared);
        found.stream().filter(f -> !declared.contains(f)).forEach(all::add);
        all.removeIf(s -> !cursor.snapshot().text(s).equals(text));
        return all;
    }

    private static void collect(Snapshot snapshot, String file, String text, Set<Span> declared, Set<Span> found) {
        if (!snapshot.source(file).map(s -> s.text().contains(text)).orElse(false)) {
            return;
        }
        for (Reference reference : snapshot.module(file).references()) {
            if (!found.contains(reference.use())
                    && snapshot.text(reference.use()).equals(text)) {
                Set<Span> meant = declared(snapshot, reference.use());
                if (meant.stream().anyMatch(declared::contains)) {
                    found.add(reference.use());
                    declared.addAll(meant);
                }
            }
        }
    }

    static List<Declaration> declarations(Snapshot snapshot, String file) {
        return Declaration.all(
                snapshot.parsed(file).tree(), snapshot.lines(file).length());
    }

    /** The declaration at a place where a name is declared. */
    static Optional<Declaration> declaration(Snapshot snapshot, Span name) {
        return declarations(snapshot, name.file()).stream()
                .filter(d -> d.name().span().equals(name))
                .findFirst();
    }

    static boolean isStandard(Span span) {
        return StandardLibrary.isModule(span.file());
    }
}
