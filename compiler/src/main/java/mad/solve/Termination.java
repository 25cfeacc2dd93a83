package mad.solve;

/** Why a solver stopped. */
public sealed interface Termination {

    /** It had nothing left to do. */
    enum Proof implements Termination {
        /** The gap between objective and bound is within the target. */
        OPTIMAL
    }

    /** It was stopped before. */
    enum Limit implements Termination {
        /** The work limit: the same answer comes out again. */
        WORK,
        /** The limit of boxes: the same answer comes out again. */
        NODES,
        /** The limit of memory for open boxes: the same answer comes out again. */
        MEMORY,
        /** The time limit: the answer depends on the machine. */
        TIME,
        /** The caller's {@link CancelToken}. */
        CANCELLED
    }
}
