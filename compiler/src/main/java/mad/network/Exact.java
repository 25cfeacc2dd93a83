package mad.network;

/** Whole numbers that never wrap: an overflow is an {@link ArithmeticException}, which the assembly reports. */
final class Exact {
    private Exact() {}

    static long product(long... factors) {
        long product = 1;
        for (long factor : factors) {
            product = Math.multiplyExact(product, factor);
        }
        return product;
    }

    static long sum(long... terms) {
        long sum = 0;
        for (long term : terms) {
            sum = Math.addExact(sum, term);
        }
        return sum;
    }
}
