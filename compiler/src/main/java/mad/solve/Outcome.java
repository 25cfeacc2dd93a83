package mad.solve;

/** The best point that a unit of work has seen, and the evaluations it cost. */
record Outcome(Candidate best, long evaluations) {}
