package mad.benchmarks;

import java.util.ArrayList;
import java.util.List;
import mad.benchmarks.referee.Referees;
import mad.solve.EvaluatorRate;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures everything and prints one Markdown table. Run from the root of the project: {@code benchmarks/run.sh}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        List<String> parts = args.length == 0 ? List.of("jmh", "processes", "proofs", "methods") : List.of(args);
        if (parts.contains("referees")) {
            Referees.run(args.length > 1 ? Double.parseDouble(args[1]) : 60);
            return;
        }
        if (parts.contains("scale")) {
            Scale.run();
            return;
        }
        if (parts.contains("live")) {
            new Live().run();
            return;
        }
        if (parts.contains("configurations")) {
            Configurations.lines().forEach(System.out::println);
            return;
        }
        if (parts.contains("certificates")) {
            new Certificates().run(args.length > 1 ? Integer.parseInt(args[1]) : 0);
            return;
        }
        System.out.println("| what | median |\n|---|---|");
        if (parts.contains("jmh")) {
            print(benchmarks());
        }
        if (parts.contains("processes")) {
            print(new Processes().rows());
        }
        if (parts.contains("proofs")) {
            print(new Processes().proofs());
        }
        if (parts.contains("methods")) {
            print(Methods.rows());
        }
        if (parts.contains("conflicts")) {
            print(new Conflicts().rows());
        }
    }

    private static void print(List<Row> rows) {
        rows.forEach(System.out::println);
    }

    private static List<Row> benchmarks() throws RunnerException {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(FrontEnd.class.getName())
                        .include(EvaluatorRate.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .output("benchmarks/target/jmh.log") // a fork's warnings are no rows of the table
                        .build())
                .run()) {
            String name = result.getPrimaryResult().getLabel();
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            rows.add(
                    switch (name) {
                        case "parse" -> new Row("parse 2,000 lines, warm", Row.seconds(median / 1e3));
                        case "parseAndCheck" -> new Row("parse and check 2,000 lines, warm", Row.seconds(median / 1e3));
                        case "lower" -> new Row("lower and print the R50 program, warm", Row.seconds(median / 1e3));
                        default -> new Row("incremental evaluations of tinynas-r50", "%,.0f / s".formatted(median));
                    });
        }
        return rows;
    }
}
