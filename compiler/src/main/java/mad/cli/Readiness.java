package mad.cli;

import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.emit.AnswerJson;
import mad.query.Answer;

/** A file with errors is not worked on. */
final class Readiness {
    private Readiness() {}

    /** Says what is wrong with the file; whether it can be used all the same. */
    static boolean isReady(Project.Source source, Appearance appearance, Console console) {
        List<Diagnostic> diagnostics = source.snapshot().diagnosticsWithImports(source.file());
        Findings findings = new Findings();
        findings.add(diagnostics, source.snapshot());
        if (findings.hasErrors() && appearance.format == Appearance.Format.JSON) {
            console.print(AnswerJson.line("", new Answer.Refused(diagnostics), source.snapshot()));
        }
        FindingsPrinter.tell(findings, appearance, console);
        return !findings.hasErrors();
    }
}
