package mad.cli;

import mad.cli.render.Tone;

/** Where findings go: they are data where they were asked for, and words for people where they stand in the way. */
final class FindingsPrinter {
    private FindingsPrinter() {}

    /** For {@code check}, whose findings are its product. */
    static void printAsData(Findings findings, Appearance appearance, Console console) {
        switch (appearance.format) {
            case TEXT -> console.print(findings.text(console.outScreen()));
            case SHORT -> console.print(findings.brief());
            case JSON -> console.print(findings.json());
        }
        tellSummary(findings, appearance, console);
    }

    /** For commands whose product is something else. */
    static void tell(Findings findings, Appearance appearance, Console console) {
        if (findings.isEmpty()) {
            return;
        }
        switch (appearance.format) {
            case TEXT, JSON -> console.tell(findings.text(console.errScreen()));
            case SHORT -> console.tell(findings.brief());
        }
        tellSummary(findings, appearance, console);
    }

    private static void tellSummary(Findings findings, Appearance appearance, Console console) {
        if (!findings.isEmpty() && !appearance.quiet) {
            Tone tone = findings.hasErrors() ? Tone.ERROR : Tone.WARNING;
            console.tell(console.errScreen().paint(tone, findings.summary()) + ". " + findings.hint());
        }
    }
}
