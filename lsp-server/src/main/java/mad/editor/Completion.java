package mad.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.source.Span;
import mad.syntax.Token;

/** What may stand at the cursor. Works on tokens and known names, so that a broken file is no worse than a sound one. */
public final class Completion {
    private static final int MOST = 300;

    private Completion() {}

    /** What a proposal is. */
    public enum Kind {
        KEYWORD,
        BLOCK,
        LAYER,
        SPACE,
        BUDGET,
        DESIGN,
        METRIC,
        FUNCTION,
        CONSTANT,
        VARIABLE,
        PARAMETER,
        FIELD,
        UNIT,
        MODULE,
        FILE,
        TYPE,
        SNIPPET,
        WORD
    }

    /**
     * A proposal.
     *
     * @param insert what replaces the word under the cursor, with {@code $0} marks where {@code snippet}
     * @param doc Markdown, or empty
     * @param rank smaller is likelier
     * @param also edits elsewhere, such as an import
     */
    public record Item(
            String label,
            Kind kind,
            String detail,
            String doc,
            String insert,
            boolean snippet,
            int rank,
            Span replaced,
            List<Diagnostic.Edit> also) {
        public Item {
            also = List.copyOf(also);
        }
    }

    public static List<Item> at(Cursor cursor) {
        Context context = Context.of(cursor);
        if (context.inside(Token.Kind.COMMENT) || context.inside(Token.Kind.DOCUMENTATION)) {
            return List.of();
        }
        Proposals proposals = new Proposals(context);
        new Offers(context, proposals).all();
        return best(proposals.items(), context.prefix());
    }

    private static List<Item> best(List<Item> all, String prefix) {
        Map<String, Item> byLabel = new HashMap<>();
        for (Item item : all) {
            if (fits(item.label(), prefix) >= 0) {
                byLabel.merge(item.label(), item, (a, b) -> a.rank() <= b.rank() ? a : b);
            }
        }
        List<Item> sorted = new ArrayList<>(byLabel.values());
        sorted.sort(Comparator.<Item>comparingInt(i -> Math.max(0, fits(i.label(), prefix)))
                .thenComparingInt(Item::rank)
                .thenComparingInt(i -> i.label().length())
                .thenComparing(Item::label));
        return List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size())));
    }

    /** 0 for a prefix, 1 for a prefix in other case, 2 where the letters occur in order; -1 where they do not. */
    private static int fits(String label, String prefix) {
        if (label.startsWith(prefix)) {
            return 0;
        }
        String low = label.toLowerCase(Locale.ROOT);
        String wanted = prefix.toLowerCase(Locale.ROOT);
        if (low.startsWith(wanted) || low.startsWith("\"" + wanted)) {
            return 1;
        }
        int at = 0;
        for (int i = 0; i < low.length() && at < wanted.length(); i++) {
            if (low.charAt(i) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length() ? 2 : -1;
    }
}
