package mad.solve.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Operation;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Rebuild;
import mad.program.Term;
import mad.program.Terms;
import mad.program.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Gives variables of their own to what later parts of a program read of earlier ones: where a choice is followed by "the width of whichever
 * was chosen", that width is all that must be known behind it.
 *
 * @param program with the new variables behind the old ones, each bound by an equation
 * @param terms of the original program, one for each new variable
 */
record Joints(Program program, List<Term> terms) {
    /** Values of a new variable, and combinations of those it depends on. */
    private static final int MOST_VALUES = 4096;

    private static final double MOST_COMBINATIONS = 100_000;

    /** Null where there is nothing to name. */
    static @Nullable Joints of(Program program) {
        List<Term> named = new ArrayList<>();
        List<Domain.Values> domains = new ArrayList<>();
        for (Term term : outermost(program)) {
            Domain.Values domain = values(term, program);
            if (domain != null) {
                named.add(term);
                domains.add(domain);
            }
        }
        return named.isEmpty() ? null : new Joints(rebuilt(program, named, domains), List.copyOf(named));
    }

    /** The positions of a point of the original program, and of the new variables there. */
    int[] lift(int[] point, Functions functions) {
        int old = point.length;
        int[] lifted = java.util.Arrays.copyOf(point, old + terms.size());
        for (int i = 0; i < terms.size(); i++) {
            Map<Integer, Double> values = new HashMap<>();
            terms.get(i).variables().indices().forEach(v -> values.put(v, functions.value(v, point[v])));
            lifted[old + i] = functions.position(old + i, Functions.evaluate(terms.get(i), values));
        }
        return lifted;
    }

    /** Choices between terms of several variables that are no part of another such choice. */
    private static List<Term> outermost(Program program) {
        List<Term> found = new ArrayList<>();
        TreeSet<Integer> inner = new TreeSet<>();
        for (Term term : program.terms().reversed()) {
            boolean choice = term.operation() instanceof Operation.IfThenElse
                    && term.variables().size() > 1
                    && !term.isTruth();
            if (choice && !inner.contains(term.id())) {
                found.add(term);
            }
            if (choice) {
                term.operation().operands().forEach(t -> inner.add(t.id()));
            }
        }
        return found.reversed();
    }

    private static Domain.@Nullable Values values(Term term, Program program) {
        int[] variables = term.variables().indices().toArray();
        double combinations = 1;
        for (int v : variables) {
            combinations *= ((Domain.Discrete) program.variables().get(v).domain()).size();
        }
        if (combinations > MOST_COMBINATIONS) {
            return null;
        }
        TreeSet<Double> values = new TreeSet<>();
        Map<Integer, Double> at = new HashMap<>();
        return collect(term, program, variables, 0, at, values) ? new Domain.Values(List.copyOf(values)) : null;
    }

    private static boolean collect(
            Term term, Program program, int[] variables, int k, Map<Integer, Double> at, TreeSet<Double> values) {
        if (k == variables.length) {
            double value = Functions.evaluate(term, at);
            return Double.isFinite(value) && (values.add(value + 0.0) ? values.size() <= MOST_VALUES : true);
        }
        Domain.Discrete domain =
                (Domain.Discrete) program.variables().get(variables[k]).domain();
        for (long i = 0; i < domain.size(); i++) {
            at.put(variables[k], domain.value(i));
            if (!collect(term, program, variables, k + 1, at, values)) {
                return false;
            }
        }
        return true;
    }

    private static Program rebuilt(Program program, List<Term> named, List<Domain.Values> domains) {
        Terms terms = new Terms();
        for (Variable v : program.variables()) {
            terms.newVariable(v.name(), v.domain(), v.origin());
        }
        Rebuild rebuild = new Rebuild(terms);
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Term original = named.get(i);
            Origin origin = program.objective().origin();
            Term value = rebuild.copy(original);
            Term joint = terms.variable(terms.newVariable("joint " + (i + 1), domains.get(i), origin));
            rebuild.replace(original, joint);
            constraints.add(new Constraint(
                    "joint " + (i + 1), terms.subtract(joint, value), Constraint.Relation.EQ, 0, origin));
        }
        for (Constraint c : program.constraints()) {
            constraints.add(new Constraint(c.name(), rebuild.copy(c.body()), c.relation(), c.bound(), c.origin()));
        }
        Objective objective = new Objective(
                program.objective().sense(),
                rebuild.copy(program.objective().term()),
                program.objective().origin());
        return new Program(program.name(), terms.variables(), objective, constraints, program.steps());
    }
}
