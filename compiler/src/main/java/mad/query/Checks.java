package mad.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.network.Decisions;
import mad.network.Evaluation;
import mad.network.Evaluator;
import mad.network.Instantiation;
import mad.network.Judgement;
import mad.network.Network;

/** Judges the {@code check} items of a file. */
public record Checks(Snapshot snapshot, Designs designs) {
    /**
     * One check item.
     *
     * @param conditions how many it has
     * @param skipped whether its design has decisions and was not solved
     * @param failures each condition that does not hold, or the reason why its design could not be had
     */
    public record Outcome(String design, int conditions, boolean skipped, List<Diagnostic> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Nothing where the text has errors: they are said already, and a check would only repeat them.
     *
     * @param solve whether designs with decisions are solved; else their checks are skipped
     */
    public List<Outcome> run(Question template, boolean solve, Progress.Listener listener, Cancellation cancellation) {
        Map<Shared, Answer> answers = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        if (!designs.errors(template.file()).isEmpty()) {
            return outcomes;
        }
        for (Definition.Check check : snapshot.module(template.file()).checks()) {
            Question question = template.withDesign(check.name()).withArguments(Map.of());
            Definition.Design design = check.design().withDefaults(check.designArgs());
            boolean decided = designs.isDecided(design, question);
            if (!decided && !solve) {
                outcomes.add(new Outcome(check.name(), check.conditions().size(), true, List.of()));
                continue;
            }
            Answer answer = answers.computeIfAbsent(
                    Shared.by(check), shared -> designs.answer(design, question, listener, cancellation));
            outcomes.add(judge(check, design, answer));
        }
        return outcomes;
    }

    /** A design and the values of its parameters: checks that ask for the same share an answer. */
    private record Shared(String design, List<Evaluation> arguments) {
        static Shared by(Definition.Check check) {
            return new Shared(
                    check.name(),
                    check.designArgs().stream().map(Evaluator::constant).toList());
        }
    }

    private static Outcome judge(Definition.Check check, Definition.Design design, Answer answer) {
        int count = check.conditions().size();
        return switch (answer) {
            case Answer.Refused refused -> new Outcome(check.name(), count, false, refused.diagnostics());
            case Answer.Infeasible infeasible -> new Outcome(check.name(), count, false, infeasible.diagnostics());
            case Answer.NothingFound nothing ->
                new Outcome(
                        check.name(),
                        count,
                        false,
                        List.of(QueryMessages.checkFailed(check.span(), check.name(), nothing.reason())));
            case Answer.Found found -> new Outcome(check.name(), count, false, conditions(check, design, found));
        };
    }

    private static List<Diagnostic> conditions(Definition.Check check, Definition.Design design, Answer.Found found) {
        Instantiation network = Network.build(design, Map.of(), new Decisions(found.decisions()));
        if (!(network instanceof Instantiation.Built built)) {
            return List.of(QueryMessages.checkFailed(check.span(), check.name(), "its network cannot be built"));
        }
        Report.Objective objective = found.report().objective();
        mad.network.Outcome known = objective == null
                ? mad.network.Outcome.UNKNOWN
                : new mad.network.Outcome(objective.value(), objective.bound(), objective.gap());
        List<Diagnostic> failures = new ArrayList<>();
        for (Definition.Requirement condition : check.conditions()) {
            switch (built.evaluator().judge(condition, known)) {
                case Judgement.Undecided undecided -> failures.add(undecided.diagnostic());
                case Judgement.Decided decided ->
                    decided.failures()
                            .forEach(f -> failures.add(
                                    QueryMessages.checkFailed(condition.span(), condition.source(), f.message())));
            }
        }
        return failures;
    }
}
