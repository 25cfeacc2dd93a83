package mad.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How far words are from each other: letters left out, added, exchanged, or swapped with their neighbour. */
final class Spelling {
    private Spelling() {}

    /** The candidates near enough to {@code word} to be meant, the nearest first. */
    static List<String> near(String word, Collection<String> candidates) {
        int allowed = word.length() <= 3 ? 1 : 2;
        return candidates.stream()
                .filter(c -> Math.abs(c.length() - word.length()) <= allowed)
                .filter(c -> c.length() > 1 && distance(word, c) <= Math.min(allowed, c.length() - 1))
                .sorted(Comparator.<String>comparingInt(c -> distance(word, c)).thenComparing(c -> c))
                .toList();
    }

    /** The unit meant by {@code text}: of other case, or with a letter too many; empty if none is near. */
    static String unit(String text) {
        return Tokens.UNITS.stream()
                .filter(u -> u.equalsIgnoreCase(text))
                .sorted()
                .findFirst()
                .or(() -> Tokens.UNITS.stream()
                        .filter(u -> u.length() > 1 && distance(u, text) == 1)
                        .sorted()
                        .findFirst())
                .orElse("");
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : best(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int best(String a, String b, int[][] d, int i, int j) {
        int exchanged = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchanged, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
