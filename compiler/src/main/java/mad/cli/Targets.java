package mad.cli;

import java.util.List;
import mad.model.Definition;
import mad.query.Suggestions;

/** The designs that a command was asked for. */
final class Targets {
    private Targets() {}

    /** Those named, in the order given; all of the file where none is. */
    static List<Definition.Design> of(Project.Source source, List<String> names) {
        List<Definition.Design> designs = source.snapshot().designs(source.file());
        if (designs.isEmpty()) {
            throw new Unusable(source.file() + " defines no design; add `design Name of Space { … }`");
        }
        return names.isEmpty()
                ? designs
                : names.stream().map(name -> named(source, designs, name)).toList();
    }

    private static Definition.Design named(Project.Source source, List<Definition.Design> designs, String name) {
        return designs.stream()
                .filter(design -> design.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            designs.stream().map(Definition.Design::name).toList();
                    String message =
                            source.file() + " has no design `" + name + "`; it has " + String.join(", ", known);
                    return new Unusable(message, Suggestions.didYouMean(name, known));
                });
    }
}
