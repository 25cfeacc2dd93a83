package mad.semantic;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.SourceTree;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** The names at the top level of one module: its items and its imports. */
final class Names {
    private final Map<String, Entry> entries;

    private Names(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static Names of(Modules modules, SourceTree tree, Sink sink) {
        Reading reading = new Reading(modules, tree.file(), sink, new LinkedHashMap<>());
        for (Item item : tree.items()) {
            if (item instanceof Item.Import imported) {
                reading.addImport(imported);
            } else if (NamedItem.nameOrNull(item) instanceof Name name) {
                reading.addItem(item, name);
            }
        }
        return new Names(reading.entries);
    }

    @Nullable
    Entry find(String name) {
        return entries.get(name);
    }

    Map<String, Entry> entries() {
        return entries;
    }

    Collection<String> all() {
        return entries.keySet();
    }

    /** Names outlive their snapshot, and must not keep it: what is asked of the surroundings is asked here. */
    private record Reading(Modules modules, String file, Sink sink, Map<String, Entry> entries) {
        private void addItem(Item item, Name name) {
            if (!name.isMissing()) {
                add(
                        name.text(),
                        item instanceof Item.Broken ? new Entry.Broken(name.span()) : new Entry.Own(item, name));
            }
        }

        private void addImport(Item.Import imported) {
            Item.Target target = imported.target();
            switch (modules.resolve(file, target)) {
                case Modules.Resolution.Found found -> addFound(imported, found.file());
                case Modules.Resolution.NotFound missing -> {
                    sink.report(NameMessages.unknownModule(target, missing.similar()));
                    addBroken(imported);
                }
                case Modules.Resolution.Outside outside -> {
                    sink.report(NameMessages.outside(target));
                    addBroken(imported);
                }
            }
        }

        private void addFound(Item.Import imported, String found) {
            Item.Target target = imported.target();
            sink.refer(target.span(), new Span(found, 0, 0));
            List<Item.ImportName> names = imported.names();
            if (names.isEmpty()) {
                Name alias = imported.alias() != null ? imported.alias() : lastPart(target);
                if (!alias.isMissing()) {
                    add(alias.text(), new Entry.Alias(found, alias.span()));
                }
            }
            for (Item.ImportName name : names) {
                if (name.name().isMissing()) {
                    continue;
                }
                Item origin = own(found, name.name().text());
                if (origin == null) {
                    sink.report(NameMessages.unknownExport(name.name(), target, exports(found)));
                    add(name.local().text(), new Entry.Broken(name.local().span()));
                    addMeant(name, found);
                } else {
                    sink.refer(name.name().span(), NamedItem.name(origin).span());
                    add(
                            name.local().text(),
                            new Entry.Imported(found, name.name(), name.local().span()));
                }
            }
        }

        /** The uses of a name whose import is misspelt are right. */
        private void addMeant(Item.ImportName name, String found) {
            List<String> similar = Spelling.similar(name.name().text(), exports(found));
            if (!similar.isEmpty() && name.local().equals(name.name())) {
                add(similar.getFirst(), new Entry.Broken(name.name().span()));
            }
        }

        private void addBroken(Item.Import imported) {
            imported.names()
                    .forEach(n ->
                            add(n.local().text(), new Entry.Broken(n.local().span())));
            if (imported.names().isEmpty()) {
                Name alias = imported.alias() != null ? imported.alias() : lastPart(imported.target());
                add(alias.text(), new Entry.Broken(alias.span()));
            }
        }

        private void add(String name, Entry entry) {
            if (name.isEmpty()) {
                return;
            }
            Entry earlier = entries.putIfAbsent(name, entry);
            if (earlier instanceof Entry.Broken) {
                // What is broken is reported already; the healthy one is the better meaning.
                entries.put(name, entry);
            } else if (earlier != null && !(entry instanceof Entry.Broken)) {
                sink.report(NameMessages.duplicate(name, entry.span(), earlier.span()));
            }
        }

        /** The last word of an import without names: {@code import mad.blocks} is known as {@code blocks}. */
        private static Name lastPart(Item.Target target) {
            String text = target.text().replaceAll("\\.mad$", "");
            String last = text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('/')) + 1);
            return new Name(last, target.span());
        }

        private @Nullable Item own(String module, String name) {
            SourceTree tree = modules.tree(module);
            return tree == null ? null : NamedItem.find(tree, name);
        }

        private List<String> exports(String module) {
            SourceTree tree = modules.tree(module);
            return tree == null ? List.of() : NamedItem.names(tree);
        }
    }
}
