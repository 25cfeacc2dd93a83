package mad.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Ways to falsify a certificate; one without the part in question stays as it is. */
enum Tampering {
    BOUND_THAT_THE_DESIGN_SURPASSES {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return scaled(lines, 0, "\"bound\":", 1 - better(lines) * 1e-3 * random.nextDouble(0.1, 1), random);
        }
    },
    DESIGN_BETTER_THAN_IT_IS {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return scaled(lines, 0, "\"objective\":", 1 + 1e-6 * random.nextDouble(0.01, 0.5), random);
        }
    },
    ANOTHER_DESIGN {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return replaced(lines, 2, NUMBER, m -> true, m -> text(Double.parseDouble(m.group()) + 8), random);
        }
    },
    ANOTHER_PROGRAM {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return replaced(lines, 1, NUMBER, m -> true, m -> text(Double.parseDouble(m.group()) + 1), random);
        }
    },
    NEGATIVE_MULTIPLIER {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            int line = some(lines, l -> l.matches(".*\"budgets\":\\[[^\\]]*[1-9].*"), random);
            return replaced(lines, line, BUDGETS, m -> true, m -> m.group().replaceFirst("(\\d)", "-1e-3,$1"), random);
        }
    },
    ONE_HALF_TWICE {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            int line = some(lines, l -> l.contains("\"split\""), random);
            return replaced(lines, line, INTO, m -> true, m -> "[" + m.group(1) + "," + m.group(1) + "]", random);
        }
    },
    ANOTHER_BOX {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            int line = some(lines, l -> l.startsWith("{\"node\":") && !l.contains("\"node\":0,"), random);
            return replaced(lines, line, NODE, m -> true, m -> "\"node\":" + (1000 + random.nextInt(1000)), random);
        }
    },
    CUT_SHORT {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            return lines.subList(0, random.nextInt(lines.size()));
        }
    },
    GARBAGE {
        @Override
        List<String> on(List<String> lines, SplittableRandom random) {
            List<String> changed = new ArrayList<>(lines);
            int line = random.nextInt(lines.size());
            changed.set(
                    line,
                    lines.get(line).substring(0, random.nextInt(lines.get(line).length())));
            return changed;
        }
    };

    private static final Pattern NUMBER = Pattern.compile("(?<=[\\[,:])-?\\d[\\d.E-]*(?=[\\],}])");
    private static final Pattern BUDGETS = Pattern.compile("\"budgets\":\\[[^\\]]*\\]");
    private static final Pattern INTO = Pattern.compile("\\[(\\d+),\\d+\\](?=\\}$)");
    private static final Pattern NODE = Pattern.compile("\"node\":\\d+");

    /** 1 where more is better, else -1. */
    private static int better(List<String> lines) {
        return lines.get(1).contains("\"maximize\":true") ? 1 : -1;
    }

    abstract List<String> on(List<String> lines, SplittableRandom random);

    private static List<String> scaled(
            List<String> lines, int line, String key, double factor, SplittableRandom random) {
        Pattern pattern = Pattern.compile("(?<=" + Pattern.quote(key) + ")[-\\d.E]+");
        return replaced(lines, line, pattern, m -> true, m -> text(Double.parseDouble(m.group()) * factor), random);
    }

    private interface Rewriting {
        String of(MatchResult match);
    }

    private static List<String> replaced(
            List<String> lines,
            int line,
            Pattern pattern,
            Predicate<MatchResult> wanted,
            Rewriting rewriting,
            SplittableRandom random) {
        if (line < 0) {
            return lines;
        }
        Matcher matcher = pattern.matcher(lines.get(line));
        List<MatchResult> matches = matcher.results().filter(wanted).toList();
        MatchResult match = matches.get(random.nextInt(matches.size()));
        List<String> changed = new ArrayList<>(lines);
        String text = lines.get(line);
        changed.set(line, text.substring(0, match.start()) + rewriting.of(match) + text.substring(match.end()));
        return changed;
    }

    static List<String> numberOutOfPlace(List<String> lines, SplittableRandom random) {
        String[] odd = {"-1", "0", "1e9", "-1e300", "0.5", "99999", "null", "[]", "\"x\""};
        int line = random.nextInt(lines.size() - 1);
        return replaced(lines, line, NUMBER, m -> true, m -> odd[random.nextInt(odd.length)], random);
    }

    private static int some(List<String> lines, Predicate<String> wanted, SplittableRandom random) {
        int[] all = IntStream.range(0, lines.size())
                .filter(i -> wanted.test(lines.get(i)))
                .toArray();
        return all.length == 0 ? -1 : all[random.nextInt(all.length)];
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
