package mad.benchmarks.referee;

import java.util.ArrayList;
import java.util.List;

/** What a solver found and proved, over time. Solvers call it from several threads. */
final class Trace {
    /** A better design, or a better bound. @param seconds since the solver was given the program */
    record Point(double seconds, double value) {}

    private static final double INFINITE = 1e15;

    private final String solver;
    private final int sign;
    private final long begun = System.nanoTime();
    private final List<Point> found = new ArrayList<>();
    private final List<Point> proved = new ArrayList<>();
    private final List<Point> claimed = new ArrayList<>();
    private int refused;
    private String remark = "";
    private double ended;

    Trace(String solver, Problem problem) {
        this.solver = solver;
        this.sign = problem.program().objective().sense().sign();
    }

    /** A design that the judge has let pass. */
    synchronized void found(double seconds, double value) {
        if (found.isEmpty() || sign * (value - objective()) > 0) {
            found.add(new Point(seconds, value));
        }
    }

    /** A design that the judge has refused, whatever the solver says of it. */
    synchronized void refused() {
        refused++;
    }

    /** The objective of a design that the solver does not show. */
    synchronized void claimed(double seconds, double value) {
        if (claimed.isEmpty() || claimed.getLast().value() != value) {
            claimed.add(new Point(seconds, value));
        }
    }

    /** The last design of those claimed has passed the judge: claims up to it are believed. */
    synchronized void confirmed(double value) {
        claimed.stream()
                .filter(claim -> sign * (claim.value() - value) < 0)
                .forEach(claim -> found(claim.seconds(), claim.value()));
        found(claimed.isEmpty() ? now() : claimed.getLast().seconds(), value);
    }

    synchronized void proved(double seconds, double value) {
        boolean better = proved.isEmpty() || sign * (value - bound()) < 0;
        if (better && Math.abs(value) < INFINITE) {
            proved.add(new Point(seconds, value));
        }
    }

    /** The solver has stopped. */
    synchronized void end(String why) {
        ended = now();
        remark = why;
    }

    /** Seconds since this was made. */
    double now() {
        return (System.nanoTime() - begun) / 1e9;
    }

    String solver() {
        return solver;
    }

    /** By time, each better than the one before. */
    synchronized List<Point> designs() {
        return List.copyOf(found);
    }

    /** By time, each better than the one before. */
    synchronized List<Point> bounds() {
        return List.copyOf(proved);
    }

    /** NaN where nothing was found. */
    synchronized double objective() {
        return found.isEmpty() ? Double.NaN : found.getLast().value();
    }

    /** NaN where nothing was proved. */
    synchronized double bound() {
        return proved.isEmpty() ? Double.NaN : proved.getLast().value();
    }

    synchronized double ended() {
        return ended;
    }

    /** Relative to the objective; NaN where one of both is missing. */
    synchronized double gap() {
        return Math.abs(bound() - objective()) / Math.max(1e-9, Math.abs(objective()));
    }

    synchronized String remark() {
        return refused == 0 ? remark : remark + "; the judge refused " + refused + " of its designs";
    }
}
