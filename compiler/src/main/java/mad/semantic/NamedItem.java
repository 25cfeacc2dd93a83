package mad.semantic;

import java.util.List;
import java.util.Objects;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.SourceTree;
import org.jspecify.annotations.Nullable;

/** The names that items define. */
public final class NamedItem {
    private NamedItem() {}

    /** The name that an item adds to its module; null for imports and checks, which add none. */
    public static @Nullable Name nameOrNull(Item item) {
        return switch (item) {
            case Item.Let let -> let.name();
            case Item.Metric metric -> metric.name();
            case Item.Block block -> block.name();
            case Item.Space space -> space.name();
            case Item.Budget budget -> budget.name();
            case Item.Design design -> design.name();
            case Item.Table table -> table.name();
            case Item.Sweep sweep -> sweep.name();
            case Item.Frontier frontier -> frontier.name();
            case Item.Broken broken -> broken.name();
            case Item.Import imported -> null;
            case Item.Check check -> null;
        };
    }

    static Name name(Item item) {
        return Objects.requireNonNull(nameOrNull(item));
    }

    static @Nullable Item find(SourceTree tree, String name) {
        return tree.items().stream()
                .filter(i -> nameOrNull(i) instanceof Name n && n.text().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The names that a file defines, in its order. */
    public static List<String> names(SourceTree tree) {
        return tree.items().stream()
                .map(NamedItem::nameOrNull)
                .filter(Objects::nonNull)
                .map(Name::text)
                .toList();
    }
}
