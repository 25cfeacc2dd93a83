package mad.editor;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Item;
import mad.query.Snapshot;
import mad.semantic.Reference;
import mad.source.Span;

/** Paths and module names that lead to other files. */
public final class Links {
    private Links() {}

    /** @param file the identity of the file or standard module */
    public record Link(Span span, String file) {}

    public static List<Link> of(Snapshot snapshot, String file) {
        List<Link> links = new ArrayList<>();
        for (Item item : snapshot.parsed(file).tree().items()) {
            if (item instanceof Item.Import imported) {
                Span at = imported.target().span();
                snapshot.module(file).references().stream()
                        .filter(r -> r.use().equals(at) && r.declared().end() == 0)
                        .map(Reference::declared)
                        .findFirst()
                        .ifPresent(found -> links.add(new Link(at, found.file())));
            } else if (item instanceof Item.Table table) {
                snapshot.resolve(file, table.file().text())
                        .ifPresent(f -> links.add(new Link(table.file().span(), f)));
            }
        }
        return links;
    }
}
