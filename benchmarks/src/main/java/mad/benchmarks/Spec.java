package mad.benchmarks;

/** A long specification: as many R50 spaces, budgets, designs and checks as fill the lines. */
final class Spec {
    private static final String HEAD = """
            import mad.blocks { ConvBnRelu }
            import mad.blocks.tinynas { K1KXK1 }
            import mad.counting.tinynas { flops, params }
            import mad.tinynas { score, effectiveness, depth_penalty }
            """;

    private static final String ITEMS = """

            /// Network number N.
            space NetN(width: int = 8, most: int = 30) {
              input image(channels: 3, size: 224)
              let base = 4 * width
              stem  ConvBnRelu(8..base step 8, kernel: 3, stride: 2)
              stage s1: K1KXK1(8..2048 step 8, mid: 8..2048 step 8, kernel: {3, 5}, stride: 2) x 1..3
              stage s2: K1KXK1(8..2048 step 8, mid: 8..2048 step 8, kernel: {3, 5}, stride: 2) x 1..most
              stage s3: K1KXK1(8..2048 step 8, mid: 8..2048 step 8, kernel: {3, 5}, stride: 2) x 1..most
              stage s4: K1KXK1(8..2048 step 8, mid: 8..2048 step 8, kernel: {3, 5}, stride: 1) x 1..most
              stage s5: K1KXK1(8..2048 step 8, mid: 8..2048 step 8, kernel: {3, 5}, stride: 2) x 1..most

              require for s in stages: s.in <= s.out and s.out <= 4 * s.in
              require for s in stages: round8(s.out / 10) <= s.mid and s.mid <= s.out
            }

            budget LimitN { flops <= 4.13 G, params <= 25.55 M, effectiveness <= 0.3 }

            design DesignN of NetN {
              within   LimitN
              maximize score(weights: [1, 1, 1, 1, 8]) - depth_penalty([s.depth for s in stages where s.index > 2])
              report   flops, params, effectiveness, score
            }
            """;

    private Spec() {}

    /** Sound text of this many lines. */
    static String lines(int count) {
        StringBuilder text = new StringBuilder(HEAD);
        long lines = HEAD.lines().count();
        long each = ITEMS.lines().count();
        for (int n = 1; lines + each <= count; n++) {
            text.append(
                    ITEMS.replaceAll("\\bNetN|\\bLimitN|\\bDesignN", "$0" + n).replace("number N", "number " + n));
            lines += each;
        }
        return text.append("// and so on\n".repeat((int) (count - lines))).toString();
    }

    /**
     * R50's problem over this many stages, which halve the picture four times, as evenly spread as may be.
     *
     * @param step of channels and inner widths, up to 2048: a multiple of 8
     * @param coupled whether all stages meet in a requirement and in a term of the objective that are not sums, as DeepMAD's do
     */
    static String stages(int count, int step, boolean coupled) {
        StringBuilder text = new StringBuilder("""
                import mad.blocks { ConvBnRelu }
                import mad.blocks.tinynas { K1KXK1 }
                import mad.budgets { ResNet50 }
                import mad.deepmad { entropy, effectiveness, depth_imbalance }

                space Long {
                  input image(channels: 3, size: 224)
                  stem  ConvBnRelu(8..32 step 8, kernel: 3, stride: 2)
                """);
        for (int i = 0; i < count; i++) {
            boolean halves = i * 4 / count != (i - 1) * 4 / count || i == 0;
            text.append(
                    "  stage s%1$d: K1KXK1(%2$d..2048 step %2$d, mid: %2$d..2048 step %2$d, kernel: {3, 5}, stride: %3$d) x 1..%4$d\n"
                            .formatted(i + 1, step, halves ? 2 : 1, i == 0 ? 3 : 30));
        }
        return text.append("""

                          require for s in stages: s.in <= s.out and s.out <= 4 * s.in
                          require for s in stages: round8(s.out / 10) <= s.mid and s.mid <= s.out
                        }

                        design Longest of Long {
                          within   ResNet50
                          %s
                        }
                        """.formatted(
                                coupled
                                        ? "require effectiveness <= %s maximize entropy(weights: [1, 1, 1, 1, 8]) - 10 * depth_imbalance(stages.depth)"
                                                .formatted(0.06 * count)
                                        : "maximize entropy(weights: [1, 1, 1, 1, 8])"))
                .toString();
    }
}
