package mad.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import mad.cli.render.Quantities;
import mad.emit.ProgressJson;
import mad.query.Progress;

/** Every better design and bound, a line each, as they come: a table as solvers write it, or lines of JSON. */
final class SolverLog implements Progress.Listener, AutoCloseable {
    private static final String STANDARD_ERROR = "-";
    private static final String HEAD = "%10s %12s %8s %16s %16s %12s  %s";

    private final String file;
    private final PrintStream lines;
    private final boolean json;

    private SolverLog(String file, PrintStream lines) {
        String name = file.toLowerCase(Locale.ROOT);
        this.file = file;
        this.lines = lines;
        this.json = name.endsWith(".json") || name.endsWith(".jsonl");
        if (!json) {
            write(HEAD.formatted("seconds", "evaluations", "boxes", "best", "bound", "gap", "design"));
        }
    }

    /** @param file of JSON lines where its name says so, else of a table; {@code -} is standard error */
    static SolverLog open(String file, Console console) {
        try {
            return new SolverLog(
                    file,
                    file.equals(STANDARD_ERROR)
                            ? console.err()
                            : new PrintStream(
                                    new FileOutputStream(Project.path(file).toFile()), false, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unusable("cannot write " + file);
        }
    }

    @Override
    public void on(Progress p) {
        write(json ? ProgressJson.line(p) : text(p));
    }

    /** Flushed line by line: who watches the file sees the solver at work. A full disk does not stop a solver. */
    private void write(String line) {
        lines.print(line + "\n");
        lines.flush();
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

    /** Says what became of the file, when the designs are printed. */
    @Override
    public void close() {
        if (file.equals(STANDARD_ERROR)) {
            return;
        }
        lines.close();
        if (lines.checkError()) {
            throw new Unusable("cannot write " + file);
        }
    }
}
