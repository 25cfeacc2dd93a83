package mad.editor;

import java.util.List;
import java.util.stream.Collectors;
import mad.ast.Expr;
import mad.ast.Item;
import mad.model.Primitive;
import mad.query.Snapshot;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** How things are declared, in one line of the language. */
final class Signatures {
    private static final int LONGEST = 200;

    private Signatures() {}

    /** A declaration in one line, without what stands in its braces unless that is what it says, as a budget does. */
    static String of(Snapshot snapshot, Declaration declaration) {
        Span whole = declaration.whole();
        String text = snapshot.text(whole);
        int from = headless(snapshot, declaration) - whole.start();
        int brace = from >= 0 && from <= text.length() ? text.indexOf('{', from) : -1;
        String head = switch (declaration.kind()) {
            case BLOCK, SPACE, DESIGN, SWEEP, FRONTIER -> brace < 0 ? text : text.substring(0, brace);
            case ALIAS,
                    BUDGET,
                    CONSTANT,
                    FUNCTION,
                    METRIC,
                    TABLE,
                    PARAMETER,
                    LOCAL,
                    DECISION,
                    STEM,
                    STAGE,
                    HEAD,
                    ELEMENT,
                    BROKEN -> text;
        };
        String line =
                head.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** Where the parameters of a declaration end, which may hold braces of their own. */
    private static int headless(Snapshot snapshot, Declaration declaration) {
        return parameters(snapshot, declaration.name().span()).stream()
                .mapToInt(p -> p.span().end())
                .max()
                .orElse(declaration.name().span().end());
    }

    static List<Item.Param> parameters(Snapshot snapshot, Span name) {
        for (Item item : snapshot.parsed(name.file()).tree().items()) {
            if (item.span().start() <= name.start() && name.end() <= item.span().end()) {
                return parameters(item);
            }
        }
        return List.of();
    }

    private static List<Item.Param> parameters(Item item) {
        return switch (item) {
            case Item.Let let -> orNone(let.params());
            case Item.Metric metric -> metric.params();
            case Item.Block block -> block.params();
            case Item.Space space -> space.params();
            case Item.Budget budget -> budget.params();
            case Item.Design design -> design.params();
            case Item.Table table ->
                table.keys().stream()
                        .map(k -> new Item.Param(k.span(), "", false, k, new mad.ast.TypeRef.Missing(k.span()), null))
                        .toList();
            case Item.Import i -> List.of();
            case Item.Check c -> List.of();
            case Item.Sweep s -> List.of();
            case Item.Frontier f -> List.of();
            case Item.Broken b -> List.of();
        };
    }

    private static List<Item.Param> orNone(@Nullable List<Item.Param> params) {
        return params == null ? List.of() : params;
    }

    static String of(Primitive primitive) {
        return primitive.text()
                + (primitive.parameters().isEmpty()
                        ? ""
                        : primitive.parameters().stream()
                                .map(Signatures::of)
                                .collect(Collectors.joining(", ", "(", ")")))
                + " { … }".repeat(primitive.minBranches());
    }

    static String of(Primitive.Slot slot) {
        return slot.name() + fallback(slot);
    }

    private static String fallback(Primitive.Slot slot) {
        return switch (slot.fallback()) {
            case null -> "";
            case Double number -> " = " + Quantities.of(number);
            case Object other -> " = " + other;
        };
    }

    static String of(Snapshot snapshot, Item.Param param) {
        Expr fallback = param.fallback();
        return snapshot.text(param.span()).isEmpty() || fallback == null
                ? snapshot.text(param.span())
                : snapshot.text(param.span()).replaceAll("\\s+", " ");
    }
}
