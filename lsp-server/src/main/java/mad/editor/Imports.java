package mad.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mad.ast.Item;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.query.Snapshot;
import mad.source.Span;

/** Edits of imports. */
public final class Imports {
    private Imports() {}

    /** Makes {@code name} of {@code module} known: in its import where there is one with names, else in a new one. */
    static Diagnostic.Edit add(Cursor cursor, String module, String name) {
        Item.Import last = null;
        for (Item item : cursor.tree().items()) {
            if (item instanceof Item.Import imported) {
                if (imported.target().text().equals(module) && !imported.names().isEmpty()) {
                    Span end = imported.names().getLast().local().span();
                    return new Diagnostic.Edit(end.after(), ", " + name);
                }
                last = imported;
            }
        }
        String line = "import " + module + " { " + name + " }";
        if (last != null) {
            return new Diagnostic.Edit(last.span().after(), "\n" + line);
        }
        int start = afterModuleDoc(cursor);
        return new Diagnostic.Edit(new Span(cursor.file(), start, start), line + "\n\n");
    }

    /** The start of the file, or of the line after the comment that documents the module. */
    private static int afterModuleDoc(Cursor cursor) {
        if (cursor.tree().doc().isEmpty()) {
            return 0;
        }
        int blank = cursor.text().indexOf("\n\n");
        return blank < 0 ? 0 : blank + 2;
    }

    /** Unused names out, imports of one module together, modules before files, all in order: nothing where that is so already. */
    public static List<Diagnostic.Edit> organise(Snapshot snapshot, String file) {
        List<Item.Import> imports = new ArrayList<>();
        for (Item item : snapshot.parsed(file).tree().items()) {
            if (item instanceof Item.Import imported) {
                imports.add(imported);
            }
        }
        if (imports.isEmpty() || !snapshot.syntaxDiagnostics(file).isEmpty()) {
            return List.of();
        }
        Span all = imports.getFirst().span().to(imports.getLast().span());
        if (!isPlain(snapshot, all, imports)) {
            return List.of();
        }
        String text = organised(snapshot, file, imports);
        return text.equals(snapshot.text(all)) ? List.of() : List.of(new Diagnostic.Edit(all, text));
    }

    /** Whether nothing but white space stands between the imports. */
    private static boolean isPlain(Snapshot snapshot, Span all, List<Item.Import> imports) {
        int end = all.start();
        for (Item.Import imported : imports) {
            if (!snapshot.text(new Span(all.file(), end, imported.span().start()))
                    .isBlank()) {
                return false;
            }
            end = imported.span().end();
        }
        return true;
    }

    private static String organised(Snapshot snapshot, String file, List<Item.Import> imports) {
        List<Span> unused = snapshot.diagnostics(file).stream()
                .filter(d -> d.code() == Code.UNUSED_IMPORT)
                .map(Diagnostic::span)
                .toList();
        List<String> lines = new ArrayList<>();
        imports.stream()
                .map(Item.Import::target)
                .map(t -> t.isFile() ? "\"" + t.text() + "\"" : t.text())
                .distinct()
                .sorted(Comparator.comparing((String t) -> t.startsWith("\"")).thenComparing(t -> t))
                .forEach(target -> lines(snapshot, imports, target, unused, lines));
        return String.join("\n", lines);
    }

    private static void lines(
            Snapshot snapshot, List<Item.Import> imports, String target, List<Span> unused, List<String> lines) {
        List<String> names = new ArrayList<>();
        for (Item.Import imported : imports) {
            String text = imported.target().isFile()
                    ? "\"" + imported.target().text() + "\""
                    : imported.target().text();
            if (!text.equals(target)) {
                continue;
            }
            boolean whole = imported.names().isEmpty();
            if (whole
                    && unused.stream()
                            .noneMatch(u -> imported.span().start() <= u.start()
                                    && u.end() <= imported.span().end())) {
                lines.add(snapshot.text(imported.span()));
            }
            imported.names().stream()
                    .filter(n -> !unused.contains(n.local().span()))
                    .map(n -> n.alias() == null
                            ? n.name().text()
                            : n.name().text() + " as " + n.alias().text())
                    .forEach(names::add);
        }
        if (!names.isEmpty()) {
            lines.add("import " + target + " { "
                    + names.stream()
                            .distinct()
                            .sorted(String.CASE_INSENSITIVE_ORDER)
                            .collect(Collectors.joining(", ")) + " }");
        }
    }
}
