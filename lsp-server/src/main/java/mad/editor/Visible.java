package mad.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mad.ast.Item;
import mad.ast.Name;
import mad.query.Snapshot;
import mad.semantic.NamedItem;
import mad.semantic.Reference;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** The names that may be used somewhere in a file, and what they stand for. */
record Visible(Snapshot snapshot, Map<String, Thing> things) {
    private static final String PRELUDE = "mad.prelude";

    /**
     * What a name stands for.
     *
     * @param declared the name in its declaration; empty and at 0 for a module
     */
    record Thing(String name, Declaration.Kind kind, Span declared, String doc) {}

    /** The top level of a file: its items, its imports, the prelude. */
    static Visible in(Snapshot snapshot, String file) {
        Map<String, Thing> things = new LinkedHashMap<>();
        exports(snapshot, PRELUDE).forEach(t -> things.put(t.name(), t));
        for (Item item : snapshot.parsed(file).tree().items()) {
            if (item instanceof Item.Import imported) {
                module(snapshot, file, imported).ifPresent(m -> imported(snapshot, imported, m, things));
            }
        }
        exports(snapshot, file).forEach(t -> things.put(t.name(), t));
        return new Visible(snapshot, things);
    }

    private static void imported(Snapshot snapshot, Item.Import imported, String module, Map<String, Thing> things) {
        Map<String, Thing> exported = new LinkedHashMap<>();
        exports(snapshot, module).forEach(t -> exported.put(t.name(), t));
        for (Item.ImportName name : imported.names()) {
            Thing thing = exported.get(name.name().text());
            if (thing != null) {
                String local = name.local().text();
                things.put(local, new Thing(local, thing.kind(), thing.declared(), thing.doc()));
            }
        }
        if (imported.names().isEmpty()) {
            String text = imported.target().text().replaceAll("\\.mad$", "");
            String last = text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('/')) + 1);
            String local = imported.alias() == null ? last : imported.alias().text();
            String doc = snapshot.parsed(module).tree().doc();
            things.put(local, new Thing(local, Declaration.Kind.ALIAS, new Span(module, 0, 0), doc));
        }
    }

    static Optional<String> module(Snapshot snapshot, String file, Item.Import imported) {
        return snapshot.module(file).references().stream()
                .filter(r ->
                        r.use().equals(imported.target().span()) && r.declared().end() == 0)
                .map(Reference::declared)
                .map(Span::file)
                .findFirst();
    }

    /** What a module defines. */
    static List<Thing> exports(Snapshot snapshot, String module) {
        return snapshot.parsed(module).tree().items().stream()
                .filter(i -> NamedItem.nameOrNull(i) instanceof Name n && !n.isMissing())
                .map(i -> thing(i, java.util.Objects.requireNonNull(NamedItem.nameOrNull(i))))
                .toList();
    }

    private static Thing thing(Item item, Name name) {
        return new Thing(name.text(), Declaration.kind(item), name.span(), Declaration.doc(item));
    }

    /** What a dotted name stands for. */
    @Nullable
    Thing find(String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return things.get(path);
        }
        Thing module = things.get(path.substring(0, dot));
        return module == null || module.kind() != Declaration.Kind.ALIAS
                ? null
                : exports(snapshot, module.declared().file()).stream()
                        .filter(t -> t.name().equals(path.substring(dot + 1)))
                        .findFirst()
                        .orElse(null);
    }
}
