package mad.cli;

import java.util.Optional;

final class Version {
    /** As the jar's manifest says; classes run from a folder have none. */
    static final String TEXT = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
