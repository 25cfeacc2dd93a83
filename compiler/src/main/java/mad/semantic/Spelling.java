package mad.semantic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known names a misspelt one may have meant. */
public final class Spelling {
    /** No one wrote so many names, and a file of thousands of wrong ones would compare each with each. */
    static final int MOST_KNOWN = 2_000;

    private Spelling() {}

    /** At most three names within a third of the length in edits (at least one, but never all letters), the nearest first; none among thousands. */
    public static List<String> similar(String name, Collection<String> known) {
        if (known.size() > MOST_KNOWN) {
            return List.of();
        }
        int limit = Math.min(Math.max(1, name.length() / 3), name.length() - 1);
        return known.stream()
                .distinct()
                .filter(k -> distance(name, k, limit) <= limit)
                .sorted(Comparator.<String>comparingInt(k -> distance(name, k, limit))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** Edits (insert, delete, replace, swap of neighbours) ignoring case, or a number above {@code limit}. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit || left.length() > 100) {
            return limit + 1;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
