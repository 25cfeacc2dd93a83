package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.Name;
import mad.query.Snapshot;
import mad.semantic.NamedItem;
import mad.source.Span;

/** The symbols of a file, as a tree, and of a project, as a list. */
public final class Outline {
    private static final int MOST = 500;

    private Outline() {}

    public record Entry(
            Declaration.Kind kind, String name, String detail, Span whole, Span selection, List<Entry> children) {
        public Entry {
            children = List.copyOf(children);
        }
    }

    public static List<Entry> of(Snapshot snapshot, String file) {
        List<Entry> entries = new ArrayList<>();
        for (Item item : snapshot.parsed(file).tree().items()) {
            switch (item) {
                case Item.Import imported -> {}
                case Item.Check check ->
                    entries.add(new Entry(
                            Declaration.Kind.DESIGN,
                            "check " + check.design().path().text(),
                            "check",
                            check.span(),
                            check.design().path().span(),
                            List.of()));
                default -> named(snapshot, item, entries);
            }
        }
        return entries;
    }

    private static void named(Snapshot snapshot, Item item, List<Entry> entries) {
        Name name = NamedItem.nameOrNull(item);
        if (name != null && !name.isMissing()) {
            Declaration.Kind kind = Declaration.kind(item);
            entries.add(new Entry(kind, name.text(), kind.text(), item.span(), name.span(), children(snapshot, item)));
        }
    }

    private static List<Entry> children(Snapshot snapshot, Item item) {
        return switch (item) {
            case Item.Space space -> parts(snapshot, space);
            case Item.Block block -> parameters(block.params());
            default -> List.of();
        };
    }

    private static List<Entry> parameters(List<Item.Param> params) {
        return params.stream()
                .filter(p -> !p.name().isMissing())
                .map(p -> new Entry(
                        Declaration.Kind.PARAMETER,
                        p.name().text(),
                        "parameter",
                        p.span(),
                        p.name().span(),
                        List.of()))
                .toList();
    }

    private static List<Entry> parts(Snapshot snapshot, Item.Space space) {
        List<Entry> entries = new ArrayList<>(parameters(space.params()));
        for (Member member : space.members()) {
            switch (member) {
                case Member.Part part -> {
                    String kind = part.kind().name().toLowerCase(Locale.ROOT);
                    Name label = part.label();
                    String blocks = firstLine(snapshot.text(part.span()));
                    entries.add(new Entry(
                            Declaration.kind(part),
                            label == null ? kind : label.text(),
                            blocks,
                            part.span(),
                            label == null
                                    ? new Span(
                                            part.span().file(),
                                            part.span().start(),
                                            part.span().start() + kind.length())
                                    : label.span(),
                            List.of()));
                }
                case Member.Var var -> leaf(Declaration.Kind.DECISION, var.name(), var.span(), entries);
                case Item.Let let -> leaf(Declaration.Kind.LOCAL, let.name(), let.span(), entries);
                case Member.Input input -> {}
                case Member.Output output -> {}
                case Member.Require require -> {}
            }
        }
        return entries;
    }

    private static void leaf(Declaration.Kind kind, Name name, Span whole, List<Entry> entries) {
        if (!name.isMissing()) {
            entries.add(new Entry(kind, name.text(), kind.text(), whole, name.span(), List.of()));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /** Items of {@code files} whose name holds the letters of {@code query} in their order. */
    public static List<Entry> search(Snapshot snapshot, List<String> files, String query) {
        return files.stream()
                .flatMap(f -> of(snapshot, f).stream())
                .filter(e -> matches(e.name(), query))
                .limit(MOST)
                .toList();
    }

    private static boolean matches(String name, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        String offered = name.toLowerCase(Locale.ROOT);
        int at = 0;
        for (int i = 0; i < offered.length() && at < wanted.length(); i++) {
            if (offered.charAt(i) == wanted.charAt(at)) {
                at++;
            }
        }
        return at == wanted.length();
    }
}
