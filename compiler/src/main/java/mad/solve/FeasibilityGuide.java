package mad.solve;

import mad.solve.chain.Guide;

/** The search for any feasible point: every point has the objective 0, and -1 is known until one is feasible. Boxes are bounded by the slack of their rows. */
record FeasibilityGuide(Search search, Visits visits) implements Guide {
    /** A box whose points all miss a row by more than this, in parts of its limit, holds none that is feasible. */
    private static final double CLEARLY = 1e-9;

    @Override
    public double incumbent() {
        return search.hasFeasible() ? 0 : -1;
    }

    @Override
    public double target() {
        return search.hasFeasible() ? 0 : -CLEARLY;
    }

    @Override
    public void visit(int[] point) {
        visits.visit(point);
    }

    @Override
    public void bound(double bound) {
        // says nothing of the objective
    }

    @Override
    public boolean goOn(long work, long nodes, long bytes) {
        search.effort().spend(work);
        search.effort().tree(nodes, bytes);
        return search.effort().limit().isEmpty() && !search.hasFeasible();
    }

    @Override
    public boolean isInterrupted() {
        return search.effort().isInterrupted();
    }
}
