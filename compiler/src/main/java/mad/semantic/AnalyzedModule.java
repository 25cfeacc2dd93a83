package mad.semantic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Type;
import mad.source.Span;

/**
 * One module, analysed.
 *
 * @param definitions by name, in the order of the file
 * @param diagnostics of names, types and units; not those of the parser
 * @param types of the expressions that were read, by their spans
 */
public record AnalyzedModule(
        String file,
        Map<String, Definition> definitions,
        List<Definition.Check> checks,
        List<Diagnostic> diagnostics,
        List<Reference> references,
        Map<Span, Type> types) {
    public AnalyzedModule {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        checks = List.copyOf(checks);
        diagnostics = List.copyOf(diagnostics);
        references = List.copyOf(references);
        types = Map.copyOf(types);
    }
}
