package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.Name;
import mad.ast.SourceTree;
import mad.semantic.NamedItem;
import mad.source.Span;

/**
 * A place where a name is given.
 *
 * @param whole the construct that the name belongs to
 * @param scope where the name may be used; for an item its whole file
 * @param doc Markdown, or empty
 */
public record Declaration(Kind kind, Name name, Span whole, Span scope, String doc) {
    /** What a name stands for. */
    public enum Kind {
        CONSTANT,
        FUNCTION,
        METRIC,
        BLOCK,
        SPACE,
        BUDGET,
        DESIGN,
        TABLE,
        SWEEP,
        FRONTIER,
        PARAMETER,
        LOCAL,
        DECISION,
        STEM,
        STAGE,
        HEAD,
        ELEMENT,
        ALIAS,
        BROKEN;

        /** As a reader says it: {@code design}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every name that a file gives, in no particular order. */
    static List<Declaration> all(SourceTree tree, int length) {
        List<Declaration> found = new ArrayList<>();
        Span file = new Span(tree.file(), 0, length);
        for (Item item : tree.items()) {
            item(item, file, found);
            Node.of(item).walk(node -> local(node, item, found));
        }
        found.removeIf(d -> d.name().isMissing());
        return found;
    }

    private static void item(Item item, Span file, List<Declaration> found) {
        if (item instanceof Item.Import imported) {
            if (imported.alias() != null) {
                found.add(new Declaration(Kind.ALIAS, imported.alias(), imported.span(), file, ""));
            }
            for (Item.ImportName name : imported.names()) {
                if (name.alias() != null) {
                    found.add(new Declaration(Kind.ALIAS, name.alias(), imported.span(), file, ""));
                }
            }
        } else if (NamedItem.nameOrNull(item) instanceof Name name) {
            found.add(new Declaration(kind(item), name, item.span(), file, doc(item)));
        }
    }

    private static void local(Node node, Item item, List<Declaration> found) {
        switch (node.syntax()) {
            case Item.Param p -> found.add(new Declaration(Kind.PARAMETER, p.name(), p.span(), item.span(), p.doc()));
            case Item.Let let
            when node.syntax() != item ->
                found.add(new Declaration(Kind.LOCAL, let.name(), let.span(), item.span(), let.doc()));
            case Member.Var v -> found.add(new Declaration(Kind.DECISION, v.name(), v.span(), item.span(), v.doc()));
            case Member.Part part
            when part.label() != null ->
                found.add(new Declaration(kind(part), part.label(), part.span(), item.span(), part.doc()));
            case Expr.Aggregate e -> binders(e.binders(), e.span(), found);
            case Expr.ForAll e -> binders(e.binders(), e.span(), found);
            case Expr.ListFor e -> binders(e.binders(), e.span(), found);
            default -> {}
        }
    }

    private static void binders(Expr.Binders binders, Span scope, List<Declaration> found) {
        for (Expr.Binder binder : binders.list()) {
            Span whole = binder.name().span().to(binder.source().span());
            found.add(new Declaration(Kind.ELEMENT, binder.name(), whole, scope, ""));
        }
    }

    static Kind kind(Member.Part part) {
        return switch (part.kind()) {
            case STEM -> Kind.STEM;
            case STAGE -> Kind.STAGE;
            case HEAD -> Kind.HEAD;
        };
    }

    static Kind kind(Item item) {
        return switch (item) {
            case Item.Let let -> let.params() == null ? Kind.CONSTANT : Kind.FUNCTION;
            case Item.Metric metric -> Kind.METRIC;
            case Item.Block block -> Kind.BLOCK;
            case Item.Space space -> Kind.SPACE;
            case Item.Budget budget -> Kind.BUDGET;
            case Item.Design design -> Kind.DESIGN;
            case Item.Table table -> Kind.TABLE;
            case Item.Sweep sweep -> Kind.SWEEP;
            case Item.Frontier frontier -> Kind.FRONTIER;
            case Item.Import imported -> Kind.ALIAS;
            case Item.Check check -> Kind.DESIGN;
            case Item.Broken broken -> Kind.BROKEN;
        };
    }

    static String doc(Item item) {
        return switch (item) {
            case Item.Let let -> let.doc();
            case Item.Metric metric -> metric.doc();
            case Item.Block block -> block.doc();
            case Item.Space space -> space.doc();
            case Item.Budget budget -> budget.doc();
            case Item.Design design -> design.doc();
            case Item.Check check -> check.doc();
            case Item.Table table -> table.doc();
            case Item.Sweep sweep -> sweep.doc();
            case Item.Frontier frontier -> frontier.doc();
            case Item.Import imported -> "";
            case Item.Broken broken -> "";
        };
    }
}
