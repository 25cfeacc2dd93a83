package mad.solve.chain;

import java.util.ArrayList;
import java.util.List;
import mad.solve.proof.Proof;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of a chain's boxes, in the values of its variables instead of their positions. */
record ProofWriter(Chain chain, Proof proof) {
    /** The proof begins with the box that is searched; what lies outside it propagation has closed. */
    void begin(int[] lo, int[] hi) {
        String unstated = chain.unstated();
        if (unstated != null) {
            proof.waive(unstated + ", for which there is no certificate yet");
        } else {
            proof.begin(chain.line());
            keep(0, whole(false), whole(true), lo, hi, null);
        }
    }

    private int[] whole(boolean last) {
        int[] ends = new int[chain.program.variables().size()];
        for (int v = 0; v < ends.length; v++) {
            ends[v] = last ? chain.functions.size(v) - 1 : 0;
        }
        return ends;
    }

    /** @return the number of the lower part; that of the upper one is the next */
    int split(int box, int variable, int at) {
        return proof.split(box, variable, chain.functions.value(variable, at));
    }

    /** Of the box from {@code lowest} to {@code highest} that from {@code lo} to {@code hi} is left. */
    void keep(int box, int[] lowest, int[] highest, int[] lo, int[] hi, Proof.@Nullable Relaxation relaxation) {
        List<Proof.Side> sides = new ArrayList<>();
        for (int v = 0; v < lo.length; v++) {
            if (lo[v] > lowest[v] || hi[v] < highest[v]) {
                sides.add(new Proof.Side(v, chain.functions.value(v, lo[v]), chain.functions.value(v, hi[v])));
            }
        }
        if (!sides.isEmpty()) {
            proof.add(new Proof.Step.Keep(box, sides, relaxation));
        }
    }

    void close(int box, Multipliers multipliers, int grid) {
        proof.add(new Proof.Step.Close(box, multipliers.asProof(chain, grid)));
    }
}
