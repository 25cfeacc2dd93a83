package mad.semantic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;

/**
 * One module, analysed.
 *
 * @param definitions by name, in the order of the file
 * @param diagnostics of names, types and units; not those of the parser
 */
public record AnalyzedModule(
        String file,
        Map<String, Definition> definitions,
        List<Definition.Check> checks,
        List<Diagnostic> diagnostics,
        List<Reference> references) {
    public AnalyzedModule {
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        checks = List.copyOf(checks);
        diagnostics = List.copyOf(diagnostics);
        references = List.copyOf(references);
    }
}
