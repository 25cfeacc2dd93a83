package mad.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import mad.cli.render.Quantities;
import mad.emit.ProgressJson;
import mad.query.Progress;

/** Every better design and bound, a line each, as they come: a table as solvers write it, or lines of JSON. */
final class SolverLog implements Progress.Listener, AutoCloseable {
    private static final String HEAD = "%10s %12s %8s %16s %16s %12s  %s";

    private final Consumer<String> lines;
    private final boolean json;
    private final AutoCloseable end;

    private SolverLog(Consumer<String> lines, boolean json, AutoCloseable end) {
        this.lines = lines;
        this.json = json;
        this.end = end;
        if (!json) {
            lines.accept(HEAD.formatted("seconds", "evaluations", "boxes", "best", "bound", "gap", "design"));
        }
    }

    /** @param file of JSON lines where its name says so, else of a table; {@code -} is standard error */
    static SolverLog open(String file, Console console) {
        if (file.equals("-")) {
            return new SolverLog(console::tell, false, () -> {});
        }
        Path path = Project.path(file);
        try {
            BufferedWriter writer = Files.newBufferedWriter(path);
            return new SolverLog(line -> write(writer, line), isJson(file), writer);
        } catch (IOException e) {
            throw new Unusable("cannot write " + file);
        }
    }

    private static boolean isJson(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonl");
    }

    /** Flushed line by line: who watches the file sees the solver at work. */
    private static void write(Writer writer, String line) {
        try {
            writer.write(line + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void on(Progress p) {
        lines.accept(json ? ProgressJson.line(p) : text(p));
    }

    private static String text(Progress p) {
        return String.format(
                Locale.ROOT,
                "%10.3f %12d %8d %16s %16s %12s  %s",
                p.seconds(),
                p.evaluations(),
                p.nodes(),
                Double.isNaN(p.incumbent()) ? "-" : Quantities.plain(p.incumbent(), 9),
                Quantities.bound(p.bound(), 9),
                Double.isFinite(p.gap()) ? Quantities.gap(p.gap()) : "-",
                p.design());
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
