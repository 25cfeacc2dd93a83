package mad.solve;

import mad.solve.chain.Guide;

/** The search for any feasible point: every point has the objective 0, and -1 is known until one is feasible. */
record FeasibilityGuide(Search search, Visits visits) implements Guide {
    @Override
    public double incumbent() {
        return search.hasFeasible() ? 0 : -1;
    }

    @Override
    public double target() {
        return incumbent();
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
