package mad.query;

import java.util.Collection;
import java.util.List;
import mad.semantic.Spelling;

/** What a misspelt name may have meant, for names that stand outside files: on a command line, for one. */
public final class Suggestions {
    private Suggestions() {}

    /** {@code " Did you mean `solve`?"}, or nothing. */
    public static String didYouMean(String name, Collection<String> known) {
        List<String> similar = Spelling.similar(name, known);
        return similar.isEmpty() ? "" : " Did you mean `" + similar.getFirst() + "`?";
    }
}
