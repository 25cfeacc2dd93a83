package mad.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.model.Definition;
import mad.model.Parameter;
import mad.query.Amount;
import picocli.CommandLine.Option;

/** Values given by name. */
final class Settings {
    /** A comma that the next setting follows. */
    private static final String BETWEEN = ",(?=[^,=]+=)";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "A value for a parameter of the design, with units: limit=1.2G.",
                "May be repeated, and several may be joined by commas."
            })
    List<String> settings = List.of();

    /** Parameters of the design, and the rest: decisions such as {@code stage1.out}. */
    record Values(Map<String, Double> arguments, Map<String, Double> decisions) {}

    /** For commands that leave the decisions to the solver. */
    Map<String, Double> arguments(Definition.Design design) {
        Values values = values(design);
        values.decisions().keySet().stream().findFirst().ifPresent(name -> {
            throw new Unusable(unknown(design, name));
        });
        return values.arguments();
    }

    Values values(Definition.Design design) {
        List<String> parameters = parameters(design);
        Map<String, Double> arguments = new LinkedHashMap<>();
        Map<String, Double> decisions = new LinkedHashMap<>();
        for (String setting : all()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Unusable("--set wants NAME=VALUE, not `" + setting + "`");
            }
            String name = setting.substring(0, equals).strip();
            double value = value(design, name, setting.substring(equals + 1).strip());
            (parameters.contains(name) ? arguments : decisions).put(name, value);
        }
        return new Values(arguments, decisions);
    }

    private List<String> all() {
        return settings.stream().flatMap(text -> Stream.of(text.split(BETWEEN))).toList();
    }

    private static double value(Definition.Design design, String name, String text) {
        return Amount.read(text).orElseGet(() -> alternative(design, name, text));
    }

    /** {@code stage2.block=MBConv}: decisions among blocks are numbered from 0 in the order of the space. */
    private static double alternative(Definition.Design design, String name, String text) {
        return design.space().parts().stream()
                .filter(part -> name.equals(part.name() + ".block"))
                .mapToInt(part -> part.choices().stream()
                        .map(c -> c.block().name())
                        .toList()
                        .indexOf(text))
                .filter(index -> index >= 0)
                .findFirst()
                .orElseThrow(
                        () -> new Unusable("--set " + name + ": `" + text + "` is no number and no block of " + name));
    }

    private static String unknown(Definition.Design design, String name) {
        String known = parameters(design).stream().collect(Collectors.joining("`, `", "`", "`"));
        return "design " + design.name() + " has no parameter `" + name + "`"
                + (known.equals("``") ? "; it has none" : "; it has " + known);
    }

    private static List<String> parameters(Definition.Design design) {
        return design.parameters().stream().map(Parameter::name).toList();
    }
}
