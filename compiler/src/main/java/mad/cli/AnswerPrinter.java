package mad.cli;

import java.util.List;
import mad.cli.render.DisplayWidth;
import mad.cli.render.PriceLines;
import mad.cli.render.Quantities;
import mad.cli.render.ReportText;
import mad.cli.render.Tone;
import mad.cli.render.Wrapping;
import mad.emit.AnswerJson;
import mad.query.Answer;
import mad.query.Designs;
import mad.query.Price;
import mad.query.Report;
import mad.query.Snapshot;

/** Prints what came of a design, and says what that means for the exit code. */
final class AnswerPrinter {
    private final Appearance appearance;
    private final Console console;
    private boolean first = true;

    AnswerPrinter(Appearance appearance, Console console) {
        this.appearance = appearance;
        this.console = console;
    }

    /** @param gap what counts as proof */
    Exit print(String design, Answer answer, Snapshot snapshot, double gap) {
        if (appearance.format == Appearance.Format.JSON) {
            console.print(AnswerJson.line(design, answer, snapshot));
        }
        return shown(design, answer, List.of(), snapshot, gap);
    }

    /** The same with what each limit is worth. */
    Exit print(String design, Designs.Explained explained, Snapshot snapshot, double gap) {
        if (appearance.format == Appearance.Format.JSON) {
            console.print(AnswerJson.line(design, explained.answer(), explained.prices(), snapshot));
        }
        return shown(design, explained.answer(), explained.prices(), snapshot, gap);
    }

    private Exit shown(String design, Answer answer, List<Price> prices, Snapshot snapshot, double gap) {
        return switch (answer) {
            case Answer.Found found -> {
                show(found.report());
                worth(prices);
                yield exit(found.report(), gap);
            }
            case Answer.Infeasible infeasible -> {
                Findings findings = new Findings();
                findings.add(infeasible.diagnostics(), snapshot);
                tell(Tone.ERROR, design + ": no network of this space meets the constraints.", "");
                FindingsPrinter.tell(findings, appearance, console);
                yield Exit.INFEASIBLE;
            }
            case Answer.NothingFound nothing -> {
                tell(Tone.WARNING, design + ": nothing feasible was found (" + nothing.reason() + ").", hintAtMore());
                show(nothing.nearest());
                yield Exit.UNPROVED;
            }
            case Answer.Refused refused -> {
                Findings findings = new Findings();
                findings.add(refused.diagnostics(), snapshot);
                FindingsPrinter.tell(findings, appearance, console);
                yield Exit.FINDINGS;
            }
        };
    }

    private void show(Report report) {
        switch (appearance.format) {
            case TEXT -> {
                if (!first) {
                    console.print("");
                }
                first = false;
                console.print(ReportText.lines(report, console.outScreen()));
            }
            case SHORT -> console.print(brief(report));
            case JSON -> {}
        }
    }

    private void worth(List<Price> prices) {
        if (appearance.format == Appearance.Format.TEXT && !prices.isEmpty()) {
            console.print("");
            console.print(PriceLines.lines(prices, console.outScreen()));
        }
    }

    /** One line for each design: for lists, and for people who grep. */
    private static String brief(Report report) {
        Report.Objective objective = report.objective();
        String value = objective == null ? "" : " " + Quantities.plain(objective.value(), 9);
        String gap = objective == null ? "" : " gap " + Quantities.gap(objective.gap());
        return report.design() + ": " + ReportText.status(report.status()) + value + gap;
    }

    private Exit exit(Report report, double gap) {
        Report.Objective objective = report.objective();
        return switch (report.status()) {
            case EVALUATED, OPTIMAL -> Exit.OK;
            case VIOLATED -> Exit.FINDINGS;
            case FEASIBLE -> {
                if (objective == null || objective.gap() <= gap) {
                    yield Exit.OK;
                }
                String why = Double.isFinite(objective.gap())
                        ? "its gap of " + Quantities.gap(objective.gap()) + " is above the " + Quantities.gap(gap)
                                + " of --gap"
                        : "how much better another could be is not known";
                tell(
                        Tone.WARNING,
                        report.design() + ": stopped without proof.",
                        "The design is feasible and re-checked; " + why + ", so the exit code is 4.");
                yield Exit.UNPROVED;
            }
        };
    }

    private static String hintAtMore() {
        return "That proves nothing: try more --work, another --seed, or looser limits. The nearest design:";
    }

    private void tell(Tone tone, String what, String more) {
        if (!appearance.quiet) {
            if (!first && console.outScreen().terminal()) {
                console.tell("");
            }
            int columns = console.errScreen().columns();
            List<String> rest = Wrapping.wrap(more, columns, DisplayWidth.of(what) + 1);
            console.tell((console.errScreen().paint(tone, what) + " " + rest.getFirst()).stripTrailing());
            rest.stream().skip(1).forEach(line -> console.tell("  " + line));
        }
    }
}
