package mad.export;

import com.sun.jna.NativeLibrary;
import com.sun.jna.StringArray;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** The solver SCIP, as it ships within OR-Tools, asked through its shell in a process of its own. */
final class Scip {
    private static final String FOLDER = "ortools-linux-x86-64/";

    private Scip() {}

    static boolean isHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** What SCIP proves about a file: its optimal objective, NaN where there is no feasible point. */
    static List<Double> optima(List<Path> files, Path folder) throws IOException, InterruptedException {
        unpack(folder);
        List<String> commands = new ArrayList<>(List.of("set limits time 60", "set timing clocktype 1"));
        for (Path file : files) {
            commands.addAll(List.of("read " + file, "optimize", "write solution " + file + ".sol"));
        }
        commands.add("quit");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Scip.class.getName(),
                folder.toString()));
        Path script = Files.write(folder.resolve("commands"), commands);
        command.add(script.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("scip.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        List<Double> optima = new ArrayList<>();
        for (Path file : files) {
            optima.add(optimum(Path.of(file + ".sol"), folder));
        }
        return optima;
    }

    private static double optimum(Path solution, Path folder) throws IOException {
        if (!Files.exists(solution)) {
            throw new AssertionError("no " + solution + "\n" + Files.readString(folder.resolve("scip.log")));
        }
        List<String> lines = Files.readAllLines(solution);
        String status = lines.getFirst().replaceFirst(".*: ", "");
        return switch (status) {
            case "optimal solution found" -> Double.parseDouble(lines.get(1).replaceFirst(".*: *", ""));
            case "infeasible" -> Double.NaN;
            default -> throw new AssertionError(solution + ": " + status);
        };
    }

    private static void unpack(Path folder) throws IOException {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!jar.contains("ortools-linux")) {
                continue;
            }
            try (JarFile opened = new JarFile(jar)) {
                for (var entry : opened.stream()
                        .filter(e ->
                                e.getName().startsWith(FOLDER) && e.getName().contains(".so"))
                        .toList()) {
                    try (InputStream in = opened.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(entry.getName().substring(FOLDER.length())));
                    }
                }
            }
        }
    }

    /** The process: loads SCIP from a folder and runs a file of commands. */
    public static void main(String[] args) throws IOException {
        System.setProperty("jna.nosys", "true");
        File[] libraries = new File(args[0]).listFiles((dir, name) -> name.startsWith("libscip.so"));
        NativeLibrary scip = NativeLibrary.getInstance(libraries == null ? "scip" : libraries[0].getPath());
        String[] shell = {"scip", "-b", args[1]};
        scip.getFunction("SCIPrunShell").invokeInt(new Object[] {shell.length, new StringArray(shell), null});
    }
}
