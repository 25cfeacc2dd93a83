package mad.editor;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** Names that are known in the item around the cursor: parameters, locals, decisions, labels, elements. */
record Locals(Context context, Proposals proposals) {
    void offer(int rank) {
        Cursor cursor = context.cursor();
        for (Declaration d : Names.declarations(cursor.snapshot(), cursor.file())) {
            if (isLocal(d.kind()) && d.scope().contains(cursor.offset())) {
                int near = d.kind() == Declaration.Kind.ELEMENT ? 0 : 1;
                proposals.add(
                        rank + near,
                        Proposals.kind(d.kind()),
                        d.name().text(),
                        d.kind().text(),
                        d.doc());
            }
        }
        inherited(cursor, rank + 2);
    }

    /** In a design or check: the labels of its space. */
    private void inherited(Cursor cursor, int rank) {
        List<mad.model.Definition> designs =
                new java.util.ArrayList<>(cursor.module().definitions().values());
        designs.addAll(cursor.module().checks());
        for (mad.model.Definition definition : designs) {
            mad.model.Definition.@Nullable Design design = switch (definition) {
                case mad.model.Definition.Design d -> d;
                case mad.model.Definition.Check c -> c.design();
                case mad.model.Definition.Sweep s -> s.design();
                case mad.model.Definition.Frontier f -> f.design();
                default -> null;
            };
            if (design != null && isAround(definition.span(), cursor)) {
                design.space()
                        .parts()
                        .forEach(p -> proposals.add(
                                rank,
                                Completion.Kind.VARIABLE,
                                p.name(),
                                "part of " + design.space().name(),
                                p.doc()));
            }
        }
    }

    private static boolean isAround(Span name, Cursor cursor) {
        List<mad.ast.Item> items = cursor.tree().items();
        mad.ast.@Nullable Item around = items.stream()
                .filter(i -> i.span().contains(cursor.offset()))
                .findFirst()
                .orElse(null);
        return around != null
                && around.span().start() <= name.start()
                && name.end() <= around.span().end();
    }

    private static boolean isLocal(Declaration.Kind kind) {
        return switch (kind) {
            case PARAMETER, LOCAL, DECISION, STEM, STAGE, HEAD, ELEMENT -> true;
            case CONSTANT, FUNCTION, METRIC, BLOCK, SPACE, BUDGET, DESIGN, TABLE, SWEEP, FRONTIER, ALIAS, BROKEN ->
                false;
        };
    }
}
