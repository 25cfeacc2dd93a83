package mad.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** Finds imported names that nothing in the file refers to. */
final class UnusedImports {
    private UnusedImports() {}

    static List<Diagnostic> find(Names names, List<Reference> references) {
        Set<Span> used = new HashSet<>();
        references.forEach(r -> used.add(r.declared()));
        List<Diagnostic> found = new ArrayList<>();
        for (Map.Entry<String, Entry> e : names.entries().entrySet()) {
            boolean imported = e.getValue() instanceof Entry.Imported || e.getValue() instanceof Entry.Alias;
            if (imported && !used.contains(e.getValue().span())) {
                found.add(NameMessages.unusedImport(e.getKey(), e.getValue().span()));
            }
        }
        return found;
    }
}
