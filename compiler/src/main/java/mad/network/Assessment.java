package mad.network;

import java.util.List;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import org.jspecify.annotations.Nullable;

/** All that a space and a design ask of a network, evaluated. */
public sealed interface Assessment {
    /** @param requirements those of the space, then those of the design */
    record Done(
            List<LimitValue> limits,
            List<RequirementValue> requirements,
            List<PreferenceValue> preferences,
            @Nullable GoalValue goal,
            List<ReportedValue> reports)
            implements Assessment {
        public Done {
            limits = List.copyOf(limits);
            requirements = List.copyOf(requirements);
            preferences = List.copyOf(preferences);
            reports = List.copyOf(reports);
        }

        /** Whether every limit and requirement holds. */
        public boolean feasible() {
            return limits.stream().allMatch(LimitValue::holds)
                    && requirements.stream().allMatch(RequirementValue::holds);
        }
    }

    /** Something could not be evaluated, an index outside its list for one. */
    record Failed(Diagnostic diagnostic) implements Assessment {}

    record LimitValue(Definition.Limit limit, double value, double bound) {
        public boolean holds() {
            return limit.upper() ? value <= bound : value >= bound;
        }
    }

    record RequirementValue(Definition.Requirement requirement, List<Failure> failures) {
        public RequirementValue {
            failures = List.copyOf(failures);
        }

        public boolean holds() {
            return failures.isEmpty();
        }
    }

    /** @param violation 0 where the preference holds */
    record PreferenceValue(Definition.Preference preference, double violation, double weight) {
        public double penalty() {
            return violation * weight;
        }
    }

    /**
     * @param plain the goal's expression
     * @param value the objective: {@code plain}, worsened by the penalties of the preferences
     */
    record GoalValue(Definition.Goal goal, double plain, double value) {}

    record ReportedValue(Definition.Reported reported, Value value) {}
}
