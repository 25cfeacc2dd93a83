package mad.benchmarks.referee;

import com.google.ortools.Loader;
import com.sun.jna.NativeLibrary;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mad.program.Assignment;
import mad.query.Designs;

/** SCIP as it ships within OR-Tools, through its shell in a process of its own, on what {@code mad lower --to cip} writes. */
record Scip() implements Referee {
    private static final Pattern VARIABLE = Pattern.compile(" +\\[\\w+] <([^>]+)>: obj=.*");

    @Override
    public String name() {
        return "SCIP";
    }

    @Override
    public void solve(Problem problem, double seconds, Trace trace) throws IOException, InterruptedException {
        if (!(problem.designs().program(problem.question(), mad.export.Format.CIP)
                instanceof Designs.ProgramText.Text(String text))) {
            trace.end("cannot be said in its format");
            return;
        }
        Path folder = Files.createTempDirectory("scip");
        Path model = Files.writeString(folder.resolve("model.cip"), text);
        Path solution = folder.resolve("solution");
        Path log = folder.resolve("log");
        Path commands = Files.write(
                folder.resolve("commands"),
                List.of(
                        "set timing clocktype 2",
                        "set limits time " + seconds,
                        "set display freq 1",
                        "read " + model,
                        "optimize",
                        "write solution " + solution,
                        "quit"));
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Scip.class.getName(), commands.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor((long) (2 * seconds) + 30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        List<String> lines = Files.readAllLines(log);
        table(lines, trace);
        answer(problem, text, solution, trace);
        trace.end(status(lines));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The bounds of its log, whose columns are known by their heads. What it holds for feasible is believed only at the end, when the judge has seen it. */
    private static void table(List<String> lines, Trace trace) {
        List<String> heads = List.of();
        for (String line : lines) {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            if (cells.contains("dualbound")) {
                heads = cells;
            } else if (!heads.isEmpty() && cells.size() >= heads.size()) {
                double seconds = number(cells.getFirst().replaceAll("[^0-9.]", ""));
                trace.proved(seconds, number(cells.get(heads.indexOf("dualbound"))));
                double claimed = number(cells.get(heads.indexOf("primalbound")));
                if (Double.isFinite(claimed)) {
                    trace.claimed(seconds, claimed);
                }
            }
        }
    }

    private static void answer(Problem problem, String text, Path solution, Trace trace) throws IOException {
        List<String> lines = Files.exists(solution) ? Files.readAllLines(solution) : List.of();
        if (lines.size() < 2 || !lines.get(1).startsWith("objective value")) {
            return;
        }
        List<String> names = names(text, problem.program().variables().size());
        Double[] values = new Double[names.size()];
        Arrays.fill(values, 0.0); // what is zero is not written
        for (String line : lines.subList(2, lines.size())) {
            String[] words = line.strip().split("\\s+");
            int index = names.indexOf(words[0]);
            if (index >= 0) {
                values[index] = number(words[1]);
            }
        }
        Assignment assignment = problem.snapped(List.of(values));
        OptionalDouble judged = problem.judge(assignment);
        if (judged.isPresent()) {
            trace.confirmed(judged.getAsDouble());
        } else {
            trace.refused();
        }
    }

    /** The variables of the original come first, in their order. */
    private static List<String> names(String text, int count) {
        List<String> names = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher variable = VARIABLE.matcher(line);
            if (variable.matches() && names.size() < count) {
                names.add(variable.group(1));
            }
        }
        return names;
    }

    private static String status(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("SCIP Status"))
                .map(line -> line.replaceFirst(".*: ", "").replaceAll("problem is solved \\[(.*)]", "$1"))
                .findFirst()
                .orElse("died: " + (lines.isEmpty() ? "" : lines.getLast()));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** The process: runs a file of commands. */
    public static void main(String[] arguments) {
        Loader.loadNativeLibraries(); // unpacks SCIP beside OR-Tools, which reads it
        String[] shell = {"scip", "-b", arguments[0]};
        library().getFunction("SCIPrunShell").invokeInt(new Object[] {shell.length, new StringArray(shell), null});
    }

    private static NativeLibrary library() {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            String path = maps.filter(line -> line.contains("/libscip.so"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst()
                    .orElseThrow();
            return NativeLibrary.getInstance(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
