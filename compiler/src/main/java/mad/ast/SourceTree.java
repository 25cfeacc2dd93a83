package mad.ast;

import java.util.List;

/**
 * One parsed file. Never absent and never partial: a broken item is an {@link Item.Broken} among healthy ones.
 *
 * @param file the file's identity, as in {@link mad.source.Span#file()}
 * @param doc the Markdown of the module comment: the first {@code ///} paragraph, when a blank line follows it; else empty
 */
public record SourceTree(String file, String doc, List<Item> items) {
    public SourceTree {
        items = List.copyOf(items);
    }
}
