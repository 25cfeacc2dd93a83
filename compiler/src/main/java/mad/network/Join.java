package mad.network;

import java.util.List;
import mad.model.Primitive;
import org.jspecify.annotations.Nullable;

/** A layer that makes one feature map of what its branches left, in their order. */
public sealed interface Join extends Layer {
    /** Why the branches do not fit together; null where they do. */
    @Nullable
    Problem misfit(List<Shape> branches);

    Shape output(List<Shape> branches);

    /** What counts as entering: the first branch unless said otherwise. */
    default Shape entering(List<Shape> branches) {
        return branches.getFirst();
    }

    default long macs(List<Shape> branches) {
        return 0;
    }

    /** Whether only its first branch continues the main path; otherwise all do. */
    boolean firstBranchIsMain();

    /** The sum of feature maps of one shape. */
    record Add() implements Join {
        @Override
        public Primitive primitive() {
            return Primitive.ADD;
        }

        @Override
        public @Nullable Problem misfit(List<Shape> branches) {
            return branches.stream().allMatch(branches.getFirst()::equals)
                    ? null
                    : NetworkMessages.unlikeTerms(branches);
        }

        @Override
        public Shape output(List<Shape> branches) {
            return branches.getFirst();
        }

        @Override
        public boolean firstBranchIsMain() {
            return true;
        }

        @Override
        public boolean inPlace() {
            return true;
        }
    }

    /** The product of the first branch with the others, which are repeated along axes on which they have one position. */
    record Gate() implements Join {
        @Override
        public Primitive primitive() {
            return Primitive.GATE;
        }

        @Override
        public @Nullable Problem misfit(List<Shape> branches) {
            Shape gated = branches.getFirst();
            return branches.stream().allMatch(gate -> opens(gate, gated))
                    ? null
                    : NetworkMessages.unlikeGates(branches);
        }

        private static boolean opens(Shape gate, Shape gated) {
            return gate.channels() == gated.channels()
                    && (gate.frames() == 1 || gate.frames() == gated.frames())
                    && (gate.rows() == 1 || gate.rows() == gated.rows())
                    && (gate.columns() == 1 || gate.columns() == gated.columns());
        }

        @Override
        public Shape output(List<Shape> branches) {
            return branches.getFirst();
        }

        @Override
        public boolean firstBranchIsMain() {
            return true;
        }

        @Override
        public boolean inPlace() {
            return true;
        }
    }

    /** The branches' channels one after the other. */
    record Concat() implements Join {
        @Override
        public Primitive primitive() {
            return Primitive.CONCAT;
        }

        @Override
        public @Nullable Problem misfit(List<Shape> branches) {
            return branches.stream().allMatch(branches.getFirst()::sameSize)
                    ? null
                    : NetworkMessages.unlikeSizes(branches);
        }

        @Override
        public Shape output(List<Shape> branches) {
            return branches.getFirst()
                    .withChannels(Exact.sum(
                            branches.stream().mapToLong(Shape::channels).toArray()));
        }

        @Override
        public Shape entering(List<Shape> branches) {
            return output(branches);
        }

        @Override
        public boolean firstBranchIsMain() {
            return false;
        }
    }

    /** Dot-product attention of queries, keys and values. */
    record Attend(long heads) implements Join {
        @Override
        public Primitive primitive() {
            return Primitive.ATTEND;
        }

        @Override
        public @Nullable Problem misfit(List<Shape> branches) {
            if (branches.size() != 3) {
                return NetworkMessages.notThreeBranches(branches.size());
            }
            Shape queries = branches.get(0);
            Shape keys = branches.get(1);
            Shape values = branches.get(2);
            if (queries.channels() != keys.channels() || keys.pixels() != values.pixels()) {
                return NetworkMessages.unlikeAttention(queries, keys, values);
            }
            long undivided = queries.channels() % heads == 0 ? values.channels() : queries.channels();
            return undivided % heads == 0 ? null : NetworkMessages.headsDoNotDivide(heads, undivided);
        }

        @Override
        public Shape output(List<Shape> branches) {
            return branches.get(0).withChannels(branches.get(2).channels());
        }

        /** Queries times keys, then their weights times values: T_q T_k D + T_q T_v D_v. */
        @Override
        public long macs(List<Shape> branches) {
            Shape queries = branches.get(0);
            Shape keys = branches.get(1);
            Shape values = branches.get(2);
            return Exact.sum(
                    Exact.product(queries.pixels(), keys.elements()),
                    Exact.product(queries.pixels(), values.elements()));
        }

        @Override
        public boolean firstBranchIsMain() {
            return false;
        }
    }
}
