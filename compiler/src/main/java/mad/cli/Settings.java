package mad.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mad.model.Definition;
import mad.model.Type;
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
                "A value for a parameter of the design, with units: limit=1.2G;",
                "true or false for a condition. Also the limit of a budget that the",
                "design stands within: Phone.macs=250M. May be repeated, and several",
                "may be joined by commas."
            })
    List<String> settings = List.of();

    /** Parameters and limits of the design, and the rest: decisions such as {@code stage1.out}. */
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
        Set<String> known = known(design);
        Map<String, Double> arguments = new LinkedHashMap<>();
        Map<String, Double> decisions = new LinkedHashMap<>();
        for (String setting : all()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Unusable("--set wants NAME=VALUE, not `" + setting + "`");
            }
            String name = setting.substring(0, equals).strip();
            double value = value(design, name, setting.substring(equals + 1).strip());
            (known.contains(name) ? arguments : decisions).put(name, value);
        }
        return new Values(arguments, decisions);
    }

    private List<String> all() {
        return settings.stream().flatMap(text -> Stream.of(text.split(BETWEEN))).toList();
    }

    private static double value(Definition.Design design, String name, String text) {
        Type type = design.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .<Type>map(parameter -> parameter.symbol().type())
                .orElse(Type.REAL);
        if (type instanceof Type.Bool && (text.equals("true") || text.equals("false"))) {
            return text.equals("true") ? 1 : 0;
        }
        if (!(type instanceof Type.Num)) {
            throw new Unusable(
                    type instanceof Type.Bool
                            ? "--set " + name + ": `" + text + "` is neither true nor false"
                            : "--set " + name
                                    + ": this parameter is neither number nor condition; write its value in the file");
        }
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
        String known = known(design).stream().collect(Collectors.joining("`, `", "`", "`"));
        return "design " + design.name() + " has no parameter or limit `" + name + "`"
                + (known.equals("``") ? "; it has none" : "; it has " + known);
    }

    private static Set<String> known(Definition.Design design) {
        Set<String> names = new LinkedHashSet<>();
        design.parameters().forEach(parameter -> names.add(parameter.name()));
        design.limits().forEach(limit -> names.add(limit.name()));
        return names;
    }
}
