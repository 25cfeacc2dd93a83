package mad.lsp;

import java.util.ArrayList;
import java.util.List;
import mad.query.Progress;
import mad.view.View;

/** How incumbent and bound of one solve came closer. It forgets every other point before it grows long. */
final class Trace {
    private static final int MOST = 200;

    private final List<View.ProofPoint> points = new ArrayList<>();
    private double seconds;
    private long evaluations;

    void add(Progress progress) {
        if (points.size() >= MOST) {
            for (int i = points.size() - 2; i > 0; i -= 2) {
                points.remove(i);
            }
        }
        seconds = progress.seconds();
        evaluations = progress.evaluations();
        points.add(new View.ProofPoint(seconds, progress.incumbent(), progress.bound()));
    }

    View.Proof proof() {
        return new View.Proof(seconds, evaluations, null, points);
    }
}
