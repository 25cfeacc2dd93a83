package mad.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.source.Span;

/**
 * Finds imported names that nothing in the file refers to. An item with an error, or that uses one, may not have been read to its end: what is
 * written in it counts as used.
 */
final class UnusedImports {
    private UnusedImports() {}

    static List<Diagnostic> find(
            Analysis analysis, SourceTree tree, List<Reference> references, List<Diagnostic> diagnostics) {
        Set<Span> used = new HashSet<>();
        references.forEach(r -> used.add(r.declared()));
        List<String> doubtful = doubtful(analysis, tree, diagnostics);
        List<Diagnostic> found = new ArrayList<>();
        for (Map.Entry<String, Entry> e : analysis.names(tree.file()).entries().entrySet()) {
            boolean imported = e.getValue() instanceof Entry.Imported || e.getValue() instanceof Entry.Alias;
            boolean meant = imported && diagnostics.stream().anyMatch(d -> proposes(d, e.getKey()));
            if (imported && !meant && !used.contains(e.getValue().span()) && !mentioned(e.getKey(), doubtful)) {
                found.add(unused(tree, e.getKey(), e.getValue().span()));
            }
        }
        return found;
    }

    private static Diagnostic unused(SourceTree tree, String name, Span at) {
        Diagnostic said = NameMessages.unusedImport(name, at);
        for (Item item : tree.items()) {
            if (item instanceof Item.Import imported
                    && imported.span().start() <= at.start()
                    && at.end() <= imported.span().end()) {
                return said.fix("Remove it", superfluous(imported, at), "");
            }
        }
        return said;
    }

    /** The name with its comma, or the whole import where it is the only one. */
    private static Span superfluous(Item.Import imported, Span at) {
        List<Item.ImportName> names = imported.names();
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            Span name = names.get(i).name().span();
            if (names.get(i).local().span().equals(at)) {
                return i + 1 < names.size()
                        ? new Span(
                                at.file(),
                                name.start(),
                                names.get(i + 1).name().span().start())
                        : new Span(at.file(), names.get(i - 1).local().span().end(), at.end());
            }
        }
        return imported.span();
    }

    /** The texts of items in which something is wrong. */
    private static List<String> doubtful(Analysis analysis, SourceTree tree, List<Diagnostic> diagnostics) {
        NavigableSet<Integer> errors = new TreeSet<>();
        analysis.modules().syntaxErrors(tree.file()).forEach(e -> errors.add(e.start()));
        diagnostics.stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .forEach(d -> errors.add(d.span().start()));
        List<String> texts = new ArrayList<>();
        for (Item item : tree.items()) {
            boolean wrong = analysis.isBroken(item)
                    || item instanceof Item.Broken
                    || errors.ceiling(item.span().start()) instanceof Integer first
                            && item.span().contains(first);
            if (wrong && !(item instanceof Item.Import)) {
                texts.add(analysis.modules().text(item.span()));
            }
        }
        return texts;
    }

    /** Whether a name that is unknown is perhaps this one, misspelt. */
    private static boolean proposes(Diagnostic said, String name) {
        return said.code() == Code.UNKNOWN_NAME
                && said.fixes().stream()
                        .flatMap(f -> f.edits().stream())
                        .anyMatch(e -> e.replacement().equals(name));
    }

    private static boolean mentioned(String name, List<String> texts) {
        Pattern word = Pattern.compile("(?U)\\b" + Pattern.quote(name) + "\\b");
        return texts.stream().anyMatch(t -> word.matcher(t).find());
    }
}
