package mad.benchmarks;

/** One measurement, as the table shows it. */
record Row(String what, String value) {
    static String seconds(double seconds) {
        return seconds < 1 ? "%.1f ms".formatted(seconds * 1e3) : "%.2f s".formatted(seconds);
    }

    @Override
    public String toString() {
        return "| " + what + " | " + value + " |";
    }
}
