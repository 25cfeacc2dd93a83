package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.ast.Item;
import mad.ast.SourceTree;

/** The files that a file names: imported ones and tables, as written. */
final class Uses {
    private Uses() {}

    static List<String> files(SourceTree tree) {
        List<String> files = new ArrayList<>();
        for (Item item : tree.items()) {
            if (item instanceof Item.Import imported && imported.target().isFile()) {
                files.add(imported.target().text());
            } else if (item instanceof Item.Table table) {
                files.add(table.file().text());
            }
        }
        return files;
    }
}
