package mad.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mad.cli.render.DiagnosticText;
import mad.cli.render.Screen;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.emit.DiagnosticJson;
import mad.query.Snapshot;

/** Diagnostics of one run, each once, in the order in which they came up. */
final class Findings {
    private final Set<DiagnosticJson.Finding> all = new LinkedHashSet<>();

    void add(List<Diagnostic> diagnostics, Snapshot snapshot) {
        diagnostics.forEach(d -> all.add(new DiagnosticJson.Finding(d, snapshot)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean hasErrors() {
        return all.stream().anyMatch(f -> f.diagnostic().severity() == Severity.ERROR);
    }

    /** With snippets, a blank line after each. */
    List<String> text(Screen screen) {
        List<String> lines = new ArrayList<>();
        for (DiagnosticJson.Finding finding : all) {
            lines.addAll(DiagnosticText.lines(finding.diagnostic(), finding.snapshot(), screen));
            lines.add("");
        }
        return lines;
    }

    List<String> brief() {
        return all.stream()
                .map(f -> DiagnosticText.line(f.diagnostic(), f.snapshot()))
                .toList();
    }

    String json() {
        return DiagnosticJson.array(List.copyOf(all));
    }

    /** {@code 2 errors, 1 warning}. */
    String summary() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = all.stream()
                    .filter(f -> f.diagnostic().severity() == severity)
                    .count();
            if (count > 0) {
                parts.add(count + " " + DiagnosticText.word(severity) + (count == 1 ? "" : "s"));
            }
        }
        return String.join(", ", parts);
    }

    /** Where to read more, said once for all of them: about the first error. */
    String hint() {
        return all.stream()
                .map(f -> f.diagnostic().code())
                .min(Comparator.comparing(Code::severity))
                .map(code -> "Read more with `mad explain " + code.id() + "`.")
                .orElse("");
    }
}
