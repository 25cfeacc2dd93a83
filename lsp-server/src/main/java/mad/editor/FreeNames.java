package mad.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mad.ast.Item;
import mad.ast.TypeRef;
import mad.source.Span;

/** What a piece of an item takes from the rest of it: the parameters that the piece needs when it stands alone. */
record FreeNames(List<Free> names) {
    private static final List<String> TYPES = List.of("int", "real", "bool", "text");
    /** Of one that may be any of them, so many combinations are tried. */
    private static final int MOST = 16;

    /** @param type as it is written; nothing where that is not said */
    record Free(String name, Optional<String> type) {}

    static FreeNames of(Cursor cursor, Item item, Span piece) {
        Map<String, Free> free = new LinkedHashMap<>();
        cursor.module().references().stream()
                .filter(r -> inside(r.use(), piece) && r.declared().file().equals(cursor.file()))
                .filter(r -> !inside(r.declared(), piece) && inside(r.declared(), item.span()))
                .flatMap(r -> Names.declaration(cursor.snapshot(), r.declared()).stream())
                .filter(d -> isValue(d.kind()))
                .forEach(
                        d -> free.putIfAbsent(d.name().text(), new Free(d.name().text(), type(cursor, item, d))));
        return new FreeNames(List.copyOf(free.values()));
    }

    private static boolean isValue(Declaration.Kind kind) {
        return kind == Declaration.Kind.PARAMETER
                || kind == Declaration.Kind.LOCAL
                || kind == Declaration.Kind.DECISION;
    }

    private static Optional<String> type(Cursor cursor, Item item, Declaration declaration) {
        List<TypeRef> types = new ArrayList<>();
        Node.of(item).walk(node -> {
            if (node.syntax() instanceof Item.Param param && param.name().equals(declaration.name())) {
                types.add(param.type());
            }
        });
        return types.stream().findFirst().map(t -> cursor.snapshot().text(t.span()));
    }

    /** The parameters, written as a declaration: one for each way to choose the types that nobody wrote down, the likeliest first. */
    List<String> declared() {
        List<String> ways = new ArrayList<>(List.of(""));
        for (Free free : names) {
            List<String> types = free.type().map(List::of).orElse(TYPES);
            ways = ways.stream()
                    .flatMap(w -> types.stream().map(t -> (w.isEmpty() ? "" : w + ", ") + free.name() + ": " + t))
                    .limit(MOST)
                    .toList();
        }
        return ways.stream().map(w -> w.isEmpty() ? "" : "(" + w + ")").toList();
    }

    /** The same as arguments. */
    String passed() {
        return names.isEmpty()
                ? ""
                : names.stream().map(f -> f.name() + ": " + f.name()).collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean inside(Span small, Span large) {
        return large.start() <= small.start() && small.end() <= large.end();
    }
}
