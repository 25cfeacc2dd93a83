package mad.network;

/**
 * A kernel sliding along one axis.
 *
 * @param kernel positions it reads, at least 1
 * @param stride at least 1
 * @param dilation distance of the positions it reads, at least 1
 * @param padding positions added on each side, at least 0
 */
record Window(long kernel, long stride, long dilation, long padding) {
    /** The padding that keeps the size under stride 1 and an odd kernel. */
    static long samePadding(long kernel, long dilation) {
        return Exact.product(dilation, kernel - 1) / 2;
    }

    /** {@code floor((size + 2p - d(k - 1) - 1) / s) + 1}; below 1 where the kernel does not fit. */
    long positions(long size) {
        long room = Exact.sum(size, Exact.product(2, padding), -Exact.product(dilation, kernel - 1), -1);
        return Math.floorDiv(room, stride) + 1;
    }

    boolean fits(long size) {
        return positions(size) >= 1;
    }
}
