package mad.editor;

import java.util.ArrayList;
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

/** Who uses whom, and who extends whom, item by item. */
public final class Hierarchies {
    private Hierarchies() {}

    public record Entry(Declaration.Kind kind, String name, Span whole, Span selection) {}

    /** @param places where the use is written */
    public record Use(Entry entry, List<Span> places) {
        public Use {
            places = List.copyOf(places);
        }
    }

    /** The item that the name under the cursor stands for. */
    public static Optional<Entry> at(Cursor cursor) {
        return Names.at(cursor).stream()
                .flatMap(m -> m.declared().stream())
                .flatMap(d -> entry(cursor.snapshot(), d).stream())
                .findFirst();
    }

    private static Optional<Entry> entry(Snapshot snapshot, Span name) {
        return snapshot.parsed(name.file()).tree().items().stream()
                .filter(i ->
                        NamedItem.nameOrNull(i) instanceof Name n && n.span().equals(name))
                .map(i -> new Entry(Declaration.kind(i), snapshot.text(name), i.span(), name))
                .findFirst();
    }

    /** The items that an item uses. */
    public static List<Use> outgoing(Snapshot snapshot, Span name) {
        Map<Entry, List<Span>> uses = new LinkedHashMap<>();
        Optional<Entry> from = entry(snapshot, name);
        if (from.isPresent()) {
            for (Reference r : snapshot.module(name.file()).references()) {
                Span whole = from.get().whole();
                if (whole.start() <= r.use().start() && r.use().end() <= whole.end()) {
                    entry(snapshot, r.declared())
                            .filter(e -> !e.selection().equals(name))
                            .ifPresent(e -> uses.computeIfAbsent(e, k -> new ArrayList<>())
                                    .add(r.use()));
                }
            }
        }
        return uses(uses);
    }

    /** The items that use an item. */
    public static List<Use> incoming(Snapshot snapshot, Span name, List<String> files) {
        Map<Entry, List<Span>> uses = new LinkedHashMap<>();
        List<Span> places = Names.occurrences(new Cursor(snapshot, name.file(), name.start()), files);
        for (Span place : places) {
            around(snapshot, place)
                    .filter(e -> !e.selection().equals(name))
                    .ifPresent(
                            e -> uses.computeIfAbsent(e, k -> new ArrayList<>()).add(place));
        }
        return uses(uses);
    }

    private static Optional<Entry> around(Snapshot snapshot, Span place) {
        return snapshot.parsed(place.file()).tree().items().stream()
                .filter(i -> i.span().start() <= place.start()
                        && place.end() <= i.span().end())
                .filter(i -> NamedItem.nameOrNull(i) != null)
                .flatMap(
                        i -> entry(
                                snapshot,
                                java.util.Objects.requireNonNull(NamedItem.nameOrNull(i))
                                        .span())
                                .stream())
                .findFirst();
    }

    private static List<Use> uses(Map<Entry, List<Span>> uses) {
        return uses.entrySet().stream()
                .map(e -> new Use(e.getKey(), e.getValue()))
                .toList();
    }

    /** What a space, budget or design extends, or the space that a design is of. */
    public static List<Entry> bases(Snapshot snapshot, Span name) {
        return snapshot.parsed(name.file()).tree().items().stream()
                .filter(i ->
                        NamedItem.nameOrNull(i) instanceof Name n && n.span().equals(name))
                .flatMap(i -> Optional.ofNullable(base(i)).stream())
                .flatMap(u -> at(
                        new Cursor(snapshot, name.file(), u.path().last().span().start()))
                        .stream())
                .toList();
    }

    /** What extends an item. */
    public static List<Entry> extensions(Snapshot snapshot, Span name, List<String> files) {
        return incoming(snapshot, name, files).stream()
                .map(Use::entry)
                .filter(e -> bases(snapshot, e.selection()).stream()
                        .anyMatch(b -> b.selection().equals(name)))
                .toList();
    }

    private static Item.@Nullable Use base(Item item) {
        return switch (item) {
            case Item.Space space -> space.base();
            case Item.Budget budget -> budget.base();
            case Item.Design design -> design.base() != null ? design.base() : design.space();
            case Item.Import i -> null;
            case Item.Let i -> null;
            case Item.Metric i -> null;
            case Item.Block i -> null;
            case Item.Check i -> null;
            case Item.Table i -> null;
            case Item.Sweep i -> null;
            case Item.Frontier i -> null;
            case Item.Broken i -> null;
        };
    }
}
