package mad.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mad.query.Answer;
import mad.query.Cancellation;
import mad.query.Designs;
import mad.query.MemoryWorld;
import mad.query.Progress;
import mad.query.Question;
import mad.query.Snapshot;

/**
 * Random requirements that no network of a full-size space meets: how long the explanation takes, whether each member of the conflict is
 * needed, and whether the least relaxation is right to one percent. Each is tested by solves of its own.
 */
final class Conflicts {
    private static final int SPECS = 30;
    private static final List<String> SPACES =
            List.of("K1KXK1Net", "K1DWSEK1Net(last: 1792, strides: [2, 2, 2, 1, 2], size: 224)");
    private static final Pattern GIVES_WAY = Pattern.compile("at least ([0-9.]+)(?: ([kMG]))?$");
    private static final Map<String, Double> PREFIXES = Map.of("k", 1e3, "M", 1e6, "G", 1e9);

    /** A requirement {@code left <= right} or {@code left >= right}, on a line of its own. */
    private record Limit(String left, boolean upper, double right) {
        /** Looser by {@code amount}. */
        Limit by(double amount) {
            return new Limit(left, upper, right + (upper ? amount : -amount));
        }

        String text() {
            return "  require %s %s %s%n".formatted(left, upper ? "<=" : ">=", Double.toString(right));
        }
    }

    private record Asked(String space, List<Limit> limits) {
        Asked with(List<Limit> other) {
            return new Asked(space, other);
        }

        Answer answer() {
            StringBuilder text = new StringBuilder("""
                    import mad.spaces.deepmad { %s }
                    import mad.counting.torchvision { macs, params }
                    import mad.deepmad { entropy, effectiveness }
                    design Asked of %s {
                    """.formatted(space.replaceFirst("\\(.*", ""), space));
            limits.forEach(limit -> text.append(limit.text()));
            text.append("  maximize entropy([1, 1, 1, 1, 8])\n}\n");
            Snapshot snapshot = new Snapshot(new MemoryWorld(Map.of("asked.mad", text.toString())));
            Question any = new Question(
                    "asked.mad",
                    "Asked",
                    Map.of(),
                    "exact",
                    1,
                    Double.POSITIVE_INFINITY,
                    2_000_000,
                    Double.POSITIVE_INFINITY);
            return new Designs(snapshot, System::nanoTime, Runnable::run)
                    .answer(any, Progress.Listener.silent(), new Cancellation());
        }
    }

    List<Row> rows() {
        List<Double> seconds = new ArrayList<>();
        int minimal = 0;
        int members = 0;
        int right = 0;
        int wrong = 0;
        int undecided = 0;
        int open = 0;
        for (long seed = 0; seconds.size() < SPECS; seed++) {
            Asked spec = random(seed);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Answer answer = spec.answer();
            if (answer instanceof Answer.Refused refused) {
                throw new IllegalStateException(refused.diagnostics().toString());
            }
            if (!(answer instanceof Answer.Infeasible infeasible)) {
                continue;
            }
            seconds.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
            boolean needed = isMinimal(spec, infeasible);
            minimal += needed ? 1 : 0;
            StringBuilder verdicts = new StringBuilder();
            for (Answer.Member member : infeasible.members()) {
                members++;
                String verdict = relaxation(spec, member);
                verdicts.append(' ').append(verdict);
                right += verdict.equals("right") ? 1 : 0;
                wrong += verdict.equals("wrong") ? 1 : 0;
                undecided += verdict.equals("undecided") ? 1 : 0;
                open += verdict.equals("open") ? 1 : 0;
            }
            System.err.printf(
                    Locale.ROOT,
                    "seed %d: %.2f s, %s,%s%n",
                    seed,
                    seconds.getLast(),
                    needed ? "minimal" : "NOT SHOWN MINIMAL",
                    verdicts);
        }
        seconds.sort(null);
        return List.of(
                new Row(
                        "conflicts: CPU of the answer, median, largest of " + SPECS,
                        "%s, %s".formatted(Row.seconds(seconds.get(SPECS / 2)), Row.seconds(seconds.getLast()))),
                new Row(
                        "conflicts: answers within 5 s",
                        seconds.stream().filter(s -> s <= 5).count() + " of " + SPECS),
                new Row("conflicts: every member is needed", minimal + " of " + SPECS),
                new Row(
                        "conflicts: least relaxations of " + members
                                + " members right to 1 %, wrong, undecided by the re-solve, not closed",
                        "%d, %d, %d, %d".formatted(right, wrong, undecided, open)));
    }

    private static Asked random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Limit> all = List.of(
                new Limit("macs", true, Math.rint(Math.pow(10, random.nextDouble(7.2, 9.3)))),
                new Limit("params", true, Math.rint(Math.pow(10, random.nextDouble(5.3, 7.3)))),
                new Limit("effectiveness", true, Math.rint(random.nextDouble(10, 400)) / 1000),
                new Limit("sum(stages.depth)", false, random.nextInt(10, 90)),
                new Limit("stages[4].out", false, 8 * random.nextInt(8, 200)),
                new Limit("entropy([1, 1, 1, 1, 8])", false, Math.rint(random.nextDouble(20_000, 90_000))));
        List<Limit> some = all.stream().filter(limit -> random.nextInt(3) > 0).toList();
        return new Asked(SPACES.get((int) (seed % SPACES.size())), some);
    }

    /** Whether the members alone exclude every network, and any of them less leave one. */
    private static boolean isMinimal(Asked spec, Answer.Infeasible infeasible) {
        List<Limit> members = infeasible.members().stream()
                .flatMap(member -> spec.limits().stream().filter(limit -> stands(limit, member)))
                .toList();
        return spec.with(members).answer() instanceof Answer.Infeasible
                && IntStream.range(0, members.size()).allMatch(i -> {
                    List<Limit> rest = new ArrayList<>(members);
                    rest.remove(i);
                    return spec.with(rest).answer() instanceof Answer.Found;
                });
    }

    private static boolean stands(Limit limit, Answer.Member member) {
        return member.span().file().equals("asked.mad") && member.text().contains(limit.left());
    }

    /** Half a percent more than what is said to be enough must be enough, one percent less must not. */
    private static String relaxation(Asked spec, Answer.Member member) {
        Matcher said = GIVES_WAY.matcher(member.note());
        if (member.note().contains("more is in the way") || member.note().contains("there is a network")) {
            return "none"; // no number to test
        }
        if (!said.find()) {
            return "open";
        }
        double amount = Double.parseDouble(said.group(1)) * (said.group(2) == null ? 1 : PREFIXES.get(said.group(2)));
        Answer enough = spec.with(by(spec, member, 1.005 * amount)).answer();
        Answer less = spec.with(by(spec, member, 0.99 * amount)).answer();
        if (enough instanceof Answer.Infeasible || less instanceof Answer.Found) {
            return "wrong";
        }
        return enough instanceof Answer.Found && less instanceof Answer.Infeasible ? "right" : "undecided";
    }

    private static List<Limit> by(Asked spec, Answer.Member member, double amount) {
        return spec.limits().stream()
                .map(limit -> stands(limit, member) ? limit.by(amount) : limit)
                .toList();
    }
}
