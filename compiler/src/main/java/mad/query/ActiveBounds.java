package mad.query;

import java.util.ArrayList;
import java.util.List;
import mad.lower.Lowered;
import mad.program.Assignment;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Evaluation;
import mad.program.Variable;

/** Finds the limits, constraints and ends of domains that hold a design back. */
record ActiveBounds(Lowered.Lowering lowering, Assignment assignment) {
    /** A limit counts as reached when less than this share of it is left. */
    private static final double NEAR = 0.01;

    List<Report.ActiveBound> find(List<Report.BudgetUse> budgets) {
        List<Report.ActiveBound> active = new ArrayList<>();
        for (Report.BudgetUse b : budgets) {
            if (b.use() >= 1 - NEAR) {
                active.add(new Report.ActiveBound(
                        b.budget() + "." + b.name(),
                        Report.ActiveBound.Kind.BUDGET,
                        b.value(),
                        b.limit(),
                        Math.abs(b.limit() - b.value()),
                        b.span()));
            }
        }
        constraints(budgets, active);
        for (Variable variable : lowering.program().variables()) {
            end(variable, active);
        }
        return active;
    }

    private void constraints(List<Report.BudgetUse> budgets, List<Report.ActiveBound> active) {
        Evaluation evaluation = Evaluation.of(lowering.program(), assignment);
        for (Constraint constraint : lowering.program().constraints()) {
            boolean budget =
                    budgets.stream().anyMatch(b -> constraint.origin().span().equals(b.span()));
            if (budget || constraint.relation() == Constraint.Relation.EQ) {
                continue;
            }
            double value = evaluation.value(constraint.body());
            double slack = constraint.bound() - value;
            if (slack <= NEAR * Math.abs(constraint.bound())) {
                active.add(new Report.ActiveBound(
                        constraint.name(),
                        Report.ActiveBound.Kind.CONSTRAINT,
                        value,
                        constraint.bound(),
                        slack,
                        constraint.origin().span()));
            }
        }
    }

    private void end(Variable variable, List<Report.ActiveBound> active) {
        double value = assignment.value(variable);
        Domain domain = variable.domain();
        if (domain instanceof Domain.Choice || domain.min() == domain.max()) {
            return;
        }
        boolean low = value == domain.min();
        if (low || value == domain.max()) {
            active.add(new Report.ActiveBound(
                    variable.name(),
                    low ? Report.ActiveBound.Kind.LOWER_END : Report.ActiveBound.Kind.UPPER_END,
                    value,
                    value,
                    0,
                    variable.origin().span()));
        }
    }
}
