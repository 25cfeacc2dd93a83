package mad.export;

import java.util.List;
import mad.diagnostic.Diagnostic;

/** What comes of writing a program in another solver's format. */
public sealed interface Exported {
    /** It means the same as the program: same feasible designs, same objective. */
    record Text(String text) implements Exported {}

    /** The format cannot say it. */
    record Refused(List<Diagnostic> diagnostics) implements Exported {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
