package mad.cli;

import java.io.PrintStream;
import mad.cli.render.DisplayWidth;
import mad.cli.render.Quantities;
import mad.cli.render.Screen;
import mad.query.Progress;
import org.jspecify.annotations.Nullable;

/** One line on a terminal, rewritten while a solver works. Elsewhere it shows nothing. */
final class ProgressLine implements Progress.Listener, AutoCloseable {
    private static final long REDRAW_MILLIS = 100;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream err;
    private final Screen screen;
    private final long start = System.nanoTime();
    private volatile @Nullable Progress latest;
    private volatile boolean closed;
    private @Nullable Thread painter;

    private ProgressLine(PrintStream err, Screen screen) {
        this.err = err;
        this.screen = screen;
    }

    static ProgressLine open(PrintStream err, Screen screen) {
        ProgressLine line = new ProgressLine(err, screen);
        if (screen.terminal()) {
            Thread painter = new Thread(line::paintUntilClosed, "progress");
            painter.setDaemon(true);
            painter.start();
            line.painter = painter;
        }
        return line;
    }

    @Override
    public void on(Progress progress) {
        latest = progress;
    }

    private void paintUntilClosed() {
        try {
            while (!closed) {
                err.print(ERASE + text((System.nanoTime() - start) / 1e9));
                err.flush();
                Thread.sleep(REDRAW_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String text(double seconds) {
        Progress progress = latest;
        StringBuilder line = new StringBuilder(Quantities.duration(seconds));
        if (progress != null) {
            line.insert(0, progress.design() + "  ");
            line.append(
                    Double.isNaN(progress.incumbent())
                            ? "  nothing feasible yet"
                            : "  best " + Quantities.plain(progress.incumbent(), 8));
            line.append("  bound ").append(Quantities.bound(progress.bound(), 8));
            line.append("  gap ").append(Quantities.gap(progress.gap()));
            line.append("  ")
                    .append(Quantities.si(progress.evaluations(), "", 3))
                    .append(" evaluations");
        }
        return DisplayWidth.cut(line.toString(), screen.columns() - 1, screen.either("…", "..."));
    }

    @Override
    public void close() {
        closed = true;
        Thread running = painter;
        if (running != null) {
            running.interrupt();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            err.print(ERASE);
            err.flush();
        }
    }
}
