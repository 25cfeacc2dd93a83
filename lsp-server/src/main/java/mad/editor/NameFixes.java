package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mad.ast.Clause;
import mad.ast.Item;
import mad.ast.Statement;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Diagnostic.Fix;
import mad.query.StandardLibrary;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Fixes of names. */
record NameFixes(Cursor cursor, Diagnostic said) {
    private static final Map<String, String> FOREIGN_TYPES = Map.ofEntries(
            Map.entry("float", "real"),
            Map.entry("double", "real"),
            Map.entry("number", "real"),
            Map.entry("integer", "int"),
            Map.entry("long", "int"),
            Map.entry("uint", "count"),
            Map.entry("str", "text"),
            Map.entry("string", "text"),
            Map.entry("boolean", "bool"));

    private String text() {
        return cursor.snapshot().text(said.span());
    }

    /** A name of the standard library in a file that has no import yet. */
    List<Fix> importIt() {
        List<Fix> fixes = new ArrayList<>();
        for (String module : StandardLibrary.modules()) {
            boolean defines = Visible.exports(cursor.snapshot(), module).stream()
                    .anyMatch(t -> t.name().equals(text()));
            if (defines && !module.equals("mad.prelude") && fixes.size() < 3) {
                Fix fix = new Fix("Import it from `" + module + "`", List.of(Imports.add(cursor, module, text())));
                fixes.add(module.equals("mad.counting.torchvision") ? 0 : fixes.size(), fix);
            }
        }
        return fixes;
    }

    List<Fix> renameSecond() {
        String free = text();
        for (int i = 2; Visible.in(cursor.snapshot(), cursor.file()).things().containsKey(free); i++) {
            free = text() + i;
        }
        return free.equals(text()) ? List.of() : MoreFixes.one("Rename it to `" + free + "`", said.span(), free);
    }

    /** What this file calls by a name of the kind that is needed. */
    List<Fix> ofTheRightKind() {
        Declaration.Kind wanted = wanted();
        List<Fix> fixes = new ArrayList<>();
        Visible.in(cursor.snapshot(), cursor.file()).things().values().stream()
                .filter(t -> t.kind() == wanted)
                .limit(3)
                .forEach(t -> fixes.addAll(MoreFixes.one("Change to `" + t.name() + "`", said.span(), t.name())));
        return fixes;
    }

    private Declaration.@Nullable Kind wanted() {
        for (Node node : Node.path(cursor).reversed()) {
            Declaration.Kind kind = switch (node.syntax()) {
                case Statement.Apply apply when apply.path().span().equals(said.span()) -> Declaration.Kind.BLOCK;
                case Clause.Within within -> Declaration.Kind.BUDGET;
                case Item.Design design when isAt(design.space()) -> Declaration.Kind.SPACE;
                case Item.Design design when isAt(design.base()) -> Declaration.Kind.DESIGN;
                case Item.Space space when isAt(space.base()) -> Declaration.Kind.SPACE;
                case Item.Budget budget when isAt(budget.base()) -> Declaration.Kind.BUDGET;
                case Item.Check check when isAt(check.design()) -> Declaration.Kind.DESIGN;
                case Item.Sweep sweep when isAt(sweep.design()) -> Declaration.Kind.DESIGN;
                case Item.Frontier frontier when isAt(frontier.design()) -> Declaration.Kind.DESIGN;
                default -> null;
            };
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private boolean isAt(Item.@Nullable Use use) {
        return use != null && use.path().span().equals(said.span());
    }

    /** A constant that asks for the network is a metric. */
    List<Fix> asMetric() {
        return cursor.item()
                .filter(Item.Let.class::isInstance)
                .map(Item::span)
                .map(s -> MoreFixes.one(
                        "Make it a metric", new Span(s.file(), s.start(), s.start() + "let".length()), "metric"))
                .orElse(List.of());
    }

    List<Fix> type() {
        String type = FOREIGN_TYPES.getOrDefault(text().toLowerCase(java.util.Locale.ROOT), "real");
        return MoreFixes.one("Change to `" + type + "`", said.span(), type);
    }
}
