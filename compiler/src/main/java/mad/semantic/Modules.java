package mad.semantic;

import java.util.List;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** What analysis asks of its surroundings. Answers must not change during the life of an {@link Analysis}. */
public interface Modules {
    /** The module that is imported everywhere without being named. */
    String PRELUDE = "mad.prelude";

    Resolution resolve(String importer, Item.Target target);

    /** At most three standard modules that define {@code name}, the most used first. */
    List<String> exporting(String name);

    /** The tree of a file or standard module, or null where there is none. */
    @Nullable
    SourceTree tree(String file);

    /** The text at a span, as written. */
    String text(Span span);

    /** Where the parser found errors in a file. */
    List<Span> syntaxErrors(String file);

    /** The text of a data file next to the importing one. */
    Data data(String importer, String path);

    sealed interface Resolution {
        record Found(String file) implements Resolution {}

        /** @param similar modules of nearly that name, the nearest first */
        record NotFound(List<String> similar) implements Resolution {}

        record Outside() implements Resolution {}
    }

    sealed interface Data {
        record Text(String text) implements Data {}

        record NotFound() implements Data {}

        record Outside() implements Data {}
    }
}
