package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mad.diagnostic.Diagnostic;
import mad.source.SourceFile;

/** The edits, line by line, from one text to another. Lines that agree up to white space are matched first, so that edits stay small. */
record LineDifference(SourceFile before, String after) {
    private static final Pattern WHITE = Pattern.compile("\\s+");

    List<Diagnostic.Edit> edits() {
        List<String> old = lines(before.text());
        List<String> wanted = lines(after);
        List<Diagnostic.Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        int offset = 0;
        while (i < old.size() || j < wanted.size()) {
            if (i < old.size() && j < wanted.size() && old.get(i).equals(wanted.get(j))) {
                offset += old.get(i++).length();
                j++;
                continue;
            }
            boolean alike = i < old.size() && j < wanted.size() && alike(old.get(i), wanted.get(j));
            int[] next = alike ? new int[] {i + 1, j + 1} : meeting(old, wanted, i, j);
            int length =
                    old.subList(i, next[0]).stream().mapToInt(String::length).sum();
            String replacement = String.join("", wanted.subList(j, next[1]));
            edits.add(new Diagnostic.Edit(before.span(offset, offset + length), replacement));
            offset += length;
            i = next[0];
            j = next[1];
        }
        return edits;
    }

    /** The nearest pair of lines from here on that agree up to white space. */
    private static int[] meeting(List<String> old, List<String> wanted, int i, int j) {
        int most = old.size() - i + wanted.size() - j;
        for (int sum = 1; sum <= Math.min(most, 60); sum++) {
            for (int a = 0; a <= sum; a++) {
                int b = sum - a;
                if (i + a < old.size() && j + b < wanted.size() && alike(old.get(i + a), wanted.get(j + b))) {
                    return new int[] {i + a, j + b};
                }
            }
        }
        return new int[] {old.size(), wanted.size()};
    }

    private static boolean alike(String old, String wanted) {
        return WHITE.matcher(old).replaceAll("").equals(WHITE.matcher(wanted).replaceAll(""));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
