package mad.editor;

import java.util.ArrayList;
import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.query.Snapshot;
import mad.source.Span;

/** Keeps imports true when files or folders get other names. */
public final class Moves {
    private Moves() {}

    /** From one path to another; both files, or both folders. */
    public record Move(String from, String to) {}

    public static List<Diagnostic.Edit> edits(Snapshot snapshot, List<String> files, List<Move> moves) {
        List<Diagnostic.Edit> edits = new ArrayList<>();
        for (String file : files) {
            for (Links.Link link : Links.of(snapshot, file)) {
                String written = snapshot.text(link.span());
                String there = moved(link.file(), moves);
                String here = moved(file, moves);
                boolean path = written.startsWith("\"") && written.length() >= 2;
                if (path && !(there.equals(link.file()) && here.equals(file))) {
                    Span inside =
                            new Span(file, link.span().start() + 1, link.span().end() - 1);
                    String relative = relative(here, there);
                    if (!snapshot.text(inside).equals(relative)) {
                        edits.add(new Diagnostic.Edit(inside, relative));
                    }
                }
            }
        }
        return edits;
    }

    private static String moved(String file, List<Move> moves) {
        for (Move move : moves) {
            if (file.equals(move.from())) {
                return move.to();
            }
            if (file.startsWith(move.from() + "/")) {
                return move.to() + file.substring(move.from().length());
            }
        }
        return file;
    }

    /** The path from one file to another, with {@code /}. */
    static String relative(String from, String to) {
        String[] here = from.split("/", -1);
        String[] there = to.split("/", -1);
        int same = 0;
        while (same < here.length - 1 && same < there.length - 1 && here[same].equals(there[same])) {
            same++;
        }
        StringBuilder path = new StringBuilder("../".repeat(here.length - 1 - same));
        path.append(String.join("/", List.of(there).subList(same, there.length)));
        return path.toString();
    }
}
