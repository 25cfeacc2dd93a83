package mad.solve;

import mad.program.Objective;
import mad.solve.chain.Guide;

/** Lets a proof report to a search: objectives are maximised there, whatever the program's sense. */
final class ChainGuide implements Guide {
    private final int sign;
    private final Search search;
    private final Visits visits;

    ChainGuide(Objective.Sense sense, Search search, Visits visits) {
        this.sign = sense.sign();
        this.search = search;
        this.visits = visits;
    }

    @Override
    public double incumbent() {
        return sign * search.best().objective();
    }

    @Override
    public double target() {
        return sign * search.enough();
    }

    @Override
    public void visit(int[] point) {
        visits.visit(point);
    }

    @Override
    public void bound(double bound) {
        search.bound(sign * bound);
    }

    @Override
    public boolean goOn(long work, long nodes, long bytes) {
        search.effort().spend(work);
        search.effort().tree(nodes, bytes);
        return search.effort().limit().isEmpty();
    }

    @Override
    public boolean isInterrupted() {
        return search.effort().isInterrupted();
    }
}
