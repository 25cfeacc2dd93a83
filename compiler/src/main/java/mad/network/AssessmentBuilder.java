package mad.network;

import java.util.ArrayList;
import java.util.List;
import mad.model.Definition;
import org.jspecify.annotations.Nullable;

/** Evaluates what a space and a design ask of a network, clause by clause. */
record AssessmentBuilder(Definition.Space space, Definition.@Nullable Design design, Context context) {
    Assessment assess() {
        try {
            Interpreter interpreter = new Interpreter(Decisions.NONE, Outcome.UNKNOWN);
            List<Assessment.RequirementValue> requirements = new ArrayList<>();
            space.requirements().forEach(r -> requirements.add(requirement(r, interpreter)));
            if (design == null) {
                return new Assessment.Done(List.of(), requirements, List.of(), null, List.of());
            }
            design.requirements().forEach(r -> requirements.add(requirement(r, interpreter)));
            List<Assessment.PreferenceValue> preferences = design.preferences().stream()
                    .map(p -> preference(p, interpreter))
                    .toList();
            return new Assessment.Done(
                    design.limits().stream().map(l -> limit(l, interpreter)).toList(),
                    requirements,
                    preferences,
                    design.goal() == null ? null : goal(design.goal(), preferences, interpreter),
                    design.reports().stream().map(r -> reported(r, interpreter)).toList());
        } catch (Stopped stopped) {
            return new Assessment.Failed(stopped.diagnostic());
        }
    }

    private Assessment.LimitValue limit(Definition.Limit limit, Interpreter interpreter) {
        return new Assessment.LimitValue(
                limit, interpreter.number(limit.value(), context), interpreter.number(limit.bound(), context));
    }

    private Assessment.RequirementValue requirement(Definition.Requirement requirement, Interpreter interpreter) {
        return new Assessment.RequirementValue(
                requirement, Explanation.failures(requirement.condition(), context, interpreter));
    }

    private Assessment.PreferenceValue preference(Definition.Preference preference, Interpreter interpreter) {
        return new Assessment.PreferenceValue(
                preference,
                Violations.of(preference.condition(), context, interpreter),
                interpreter.number(preference.weight(), context));
    }

    private Assessment.GoalValue goal(
            Definition.Goal goal, List<Assessment.PreferenceValue> preferences, Interpreter interpreter) {
        double plain = interpreter.number(goal.value(), context);
        double value = plain;
        for (Assessment.PreferenceValue preference : preferences) {
            value = goal.maximize() ? value - preference.penalty() : value + preference.penalty();
        }
        return new Assessment.GoalValue(goal, plain, value);
    }

    private Assessment.ReportedValue reported(Definition.Reported reported, Interpreter interpreter) {
        return new Assessment.ReportedValue(reported, interpreter.value(reported.value(), context));
    }
}
