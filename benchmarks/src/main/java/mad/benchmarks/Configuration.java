package mad.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A design problem that is to be solved to a proven optimum.
 *
 * @param name as the table shows it
 * @param arguments of {@code mad solve}: a file, a design, what is set
 */
record Configuration(String name, List<String> arguments) {
    /** The seven configurations as the paper states them, and R50 as its authors' code does. */
    static final List<String> PAPER = List.of(
            "deepmad-r18",
            "deepmad-r34",
            "deepmad-r50",
            "deepmad-29m-224",
            "deepmad-29m-288",
            "deepmad-50m",
            "deepmad-89m",
            "tinynas-r50");

    private static final List<String> CODE = List.of("R18", "R34", "R50", "M29x224", "M29x288", "M50", "M89");

    /** A residual network with the budget that the paper gives it. */
    private record Residual(String name, String budget, double macs, double params) {
        static final List<Residual> ALL = List.of(
                new Residual("R18", "ResNet18", 1.82e9, 11.69e6),
                new Residual("R34", "ResNet34", 3.68e9, 21.80e6),
                new Residual("R50", "ResNet50", 4.13e9, 25.55e6));

        Configuration scaled(double share) {
            String limits = "%1$s.macs=%2$.0f,%1$s.params=%3$.0f".formatted(budget, share * macs, share * params);
            String file = "examples/deepmad-" + name.toLowerCase(java.util.Locale.ROOT) + ".mad";
            return new Configuration(name + ", paper, " + share + " x budget", List.of(file, name, "--set", limits));
        }

        Configuration scaledCode(double share) {
            String limits =
                    "DeepMAD%1$s.flops=%2$.0f,DeepMAD%1$s.params=%3$.0f".formatted(name, share * macs, share * params);
            return new Configuration(
                    name + ", tinynas, " + share + " x budget",
                    List.of("benchmarks/specs/tinynas.mad", name, "--set", limits));
        }
    }

    /** The seven in the paper's terms and in those of its authors' code, and the residual ones at half and twice the budget. */
    static List<Configuration> all() {
        List<Configuration> all = new ArrayList<>();
        for (String name : PAPER.subList(0, CODE.size())) {
            all.add(new Configuration(name + ", paper", List.of("examples/" + name + ".mad")));
        }
        for (int i = 0; i < CODE.size(); i++) {
            all.add(new Configuration(
                    PAPER.get(i) + ", tinynas", List.of("benchmarks/specs/tinynas.mad", CODE.get(i))));
        }
        for (Residual residual : Residual.ALL) {
            Stream.of(0.5, 2.0)
                    .flatMap(share -> Stream.of(residual.scaled(share), residual.scaledCode(share)))
                    .forEach(all::add);
        }
        return all;
    }
}
