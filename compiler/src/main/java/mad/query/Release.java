package mad.query;

import java.util.Optional;

/** Which MAD this is. */
public final class Release {
    /** As the jar's manifest says, or the module of a runtime image; classes run from a folder have none. */
    public static final String NAME = Optional.ofNullable(
                    Release.class.getPackage().getImplementationVersion())
            .or(() -> Optional.ofNullable(Release.class.getModule().getDescriptor())
                    .flatMap(java.lang.module.ModuleDescriptor::rawVersion))
            .orElse("development");

    private Release() {}
}
