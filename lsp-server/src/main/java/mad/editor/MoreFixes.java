package mad.editor;

import java.util.List;
import mad.diagnostic.Diagnostic;

/** Fixes that need more than the compiler has at hand when it speaks. */
record MoreFixes(Cursor cursor, Diagnostic diagnostic) {
    List<Diagnostic.Fix> all() {
        return List.of();
    }
}
