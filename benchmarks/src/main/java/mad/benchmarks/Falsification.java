package mad.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes after which the certificate of a maximum proves nothing, whatever the rest of it says. */
enum Falsification {
    /** The head claims a bound below the optimum. */
    BOUND {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return with(lines, 0, scaled(lines.get(0), "\"bound\":", 1 - random.nextDouble(1e-5, 1e-3)));
        }
    },
    /** The head claims more than its design reaches. */
    OBJECTIVE {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return with(lines, 0, scaled(lines.get(0), "\"objective\":", 1 + random.nextDouble(1e-8, 5e-7)));
        }
    },
    /** A width of the design is another. */
    DESIGN {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return with(
                    lines,
                    2,
                    one(lines.get(2), NUMBER, random, m -> Long.toString(Math.round(Double.parseDouble(m)) + 8)));
        }
    },
    /** Both halves of a split have the same name, so that one of them is never closed. */
    SPLIT {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return anywhere(lines, INTO, random, m -> m.replaceFirst("(\\d+),\\d+", "$1,$1"));
        }
    },
    /** A step is of a box that is not open. */
    BOX {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return anywhere(lines, NODE, random, m -> "\"node\":" + (1_000_000 + random.nextInt(1_000_000)));
        }
    },
    /** A multiplier is negative. */
    MULTIPLIER {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return anywhere(lines, BUDGETS, random, m -> m.replaceFirst("([1-9])", "-$1"));
        }
    },
    /** A box that the proof splits or closes is left as it is. */
    STEP {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            List<String> changed = new ArrayList<>(lines);
            changed.remove(some(lines, INTO, random));
            return changed;
        }
    },
    /** The file ends too early. */
    END {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return lines.subList(0, random.nextInt(lines.size()));
        }
    };

    private static final Pattern NUMBER = Pattern.compile("(?<=[\\[,])\\d[\\d.E-]*(?=[\\],])");
    private static final Pattern INTO = Pattern.compile("\\[\\d+,\\d+\\](?=\\}$)");
    private static final Pattern NODE = Pattern.compile("^.\"node\":\\d+");

    /** The multipliers of limits; the first that is not zero and has no sign. */
    private static final Pattern BUDGETS = Pattern.compile("\"budgets\":\\[(0,)*[1-9]");

    abstract List<String> on(List<String> lines, SplittableRandom random);

    private static List<String> with(List<String> lines, int line, String text) {
        List<String> changed = new ArrayList<>(lines);
        if (changed.set(line, text).equals(text)) {
            throw new IllegalStateException("line " + (line + 1) + " stays as it is");
        }
        return changed;
    }

    private static String scaled(String line, String key, double factor) {
        Pattern value = Pattern.compile("(?<=" + key + ")[-\\d.E]+");
        return value.matcher(line).replaceFirst(m -> Double.toString(Double.parseDouble(m.group()) * factor));
    }

    /** One match in one of the lines that have one, rewritten. */
    private static List<String> anywhere(
            List<String> lines, Pattern pattern, SplittableRandom random, UnaryOperator<String> rewriting) {
        int line = some(lines, pattern, random);
        return with(lines, line, one(lines.get(line), pattern, random, rewriting));
    }

    /** One match of several, rewritten. */
    private static String one(String line, Pattern pattern, SplittableRandom random, UnaryOperator<String> rewriting) {
        List<MatchResult> matches = pattern.matcher(line).results().toList();
        MatchResult match = matches.get(random.nextInt(matches.size()));
        return line.substring(0, match.start()) + rewriting.apply(match.group()) + line.substring(match.end());
    }

    private static int some(List<String> lines, Pattern pattern, SplittableRandom random) {
        Matcher matcher = pattern.matcher("");
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (matcher.reset(lines.get(i)).find()) {
                all.add(i);
            }
        }
        return all.get(random.nextInt(all.size()));
    }
}
