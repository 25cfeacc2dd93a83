package mad.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import mad.emit.CertificateJson;
import mad.emit.VerdictJson;
import mad.model.Definition;
import mad.query.Translation;
import mad.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        header = "Check the proof that `mad solve --proof` wrote.",
        description = {
            "Goes through the proof with a program that shares nothing with the solver: every bound is computed again, rounded so that it can",
            "only be too careful. With FILE also that the proof is of this text: the same mathematical program, which gives the same numbers as",
            "the concrete layers at the design and at random other ones. The exit code is 1 where anything does not hold."
        },
        footer = {
            "",
            "Examples:",
            "  mad solve nets/phone.mad Phone --proof phone.madcert",
            "  mad verify phone.madcert                 the proof in itself",
            "  mad verify phone.madcert nets/phone.mad  and that it is of this text",
            "  mad verify phone.madcert --format json   one line of JSON, also of a proof that is refused"
        })
final class VerifyCommand implements Callable<Integer> {
    /** Designs beside the best at which program and layers are compared. */
    private static final int POINTS = 20;

    private final Console console;
    private final Engine.Maker engines;
    private int compared;

    @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "The file that `mad solve --proof` wrote.")
    String certificate = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The text that was solved.")
    Optional<String> file = Optional.empty();

    @Mixin
    Settings settings = new Settings();

    @Mixin
    Project project = new Project();

    @Mixin
    Appearance appearance = new Appearance();

    VerifyCommand(Console console, Engine.Maker engines) {
        this.console = console;
        this.engines = engines;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        Verdict verdict = CertificateFile.check(certificate);
        List<String> differences = verdict instanceof Verdict.Verified verified && file.isPresent()
                ? differences(verified, shown)
                : List.of();
        if (appearance.format == Appearance.Format.JSON) {
            shown.print(VerdictJson.line(certificate, verdict, differences, compared));
        } else {
            tell(verdict, differences, shown);
        }
        return (verdict instanceof Verdict.Verified && differences.isEmpty() ? Exit.OK : Exit.FINDINGS).code();
    }

    private void tell(Verdict verdict, List<String> differences, Console shown) {
        differences.forEach(shown::tell);
        switch (verdict) {
            case Verdict.Unproved(int line, String reason) ->
                shown.tell(certificate + " proves nothing" + (line == 0 ? "" : ", line " + line) + ": " + reason + ".");
            case Verdict.Verified verified when differences.isEmpty() -> shown.print(said(verified));
            case Verdict.Verified different -> {}
        }
    }

    private String said(Verdict.Verified verified) {
        String of = file.map(text -> "; it is of " + text + layers()).orElse("");
        if (verified.infeasible()) {
            return "verified: no network of %s meets its constraints (%,d boxes closed)%s"
                    .formatted(verified.design(), verified.boxes(), of);
        }
        return String.format(
                Locale.ROOT,
                "verified: %s reaches %.10g, and no network of its space is beyond %.10g, a gap of %.3g %% (%,d boxes closed)%s",
                verified.design(),
                verified.objective(),
                verified.bound(),
                100 * verified.gap(),
                verified.boxes(),
                of);
    }

    private String layers() {
        return compared == 0 ? "" : ", whose layers give the same numbers at " + compared + " designs";
    }

    /** Why the proof is not of the text; nothing where it is. */
    private List<String> differences(Verdict.Verified verified, Console shown) {
        Project.Source source = project.open(file.orElseThrow(), shown);
        if (!Readiness.isReady(source, new Appearance(), shown)) {
            return List.of(file.get() + " has errors.");
        }
        Definition.Design design =
                Targets.of(source, List.of(verified.design())).getFirst();
        Effort effort = new Effort();
        Translation translation = engines.over(source.snapshot(), effort.threads())
                .translation(effort.question(source.file(), design.name(), settings.arguments(design)));
        if (translation == null) {
            return List.of(verified.design() + " of " + file.get() + " is no program.");
        }
        if (!CertificateJson.program(translation).equals(verified.program())) {
            return List.of("The proof is of another program than " + verified.design() + " of " + file.get()
                    + " is: the text, or a value of --set, has changed.");
        }
        if (verified.infeasible()) {
            return List.of();
        }
        List<String> atDesign = translation.differences(verified.values());
        Translation.Sample sample = translation.sample(verified.values(), POINTS);
        compared = 1 + sample.points();
        return atDesign.isEmpty() ? sample.differences() : atDesign;
    }
}
