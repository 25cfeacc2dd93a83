package mad.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a snapshot may read. Identities are paths with {@code /}, normalised, as {@link #resolve} gives them. */
public interface World {
    /** The text of a file, or null where there is none or it cannot be read. */
    @Nullable
    String text(String file);

    /** The identity of {@code path}, written in the file {@code importer}. */
    String resolve(String importer, String path);

    /** Whether a file lies inside the project, where imports may reach. */
    boolean inside(String file);

    /** Files in the folder of {@code file}, as paths relative to it; for suggestions. */
    List<String> neighbours(String file);
}
