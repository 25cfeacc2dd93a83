package mad.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mad.program.Constraint;
import mad.program.Domain;
import mad.program.Objective;
import mad.program.Program;
import mad.program.Step;
import mad.program.Term;
import mad.program.Terms;
import mad.program.Variable;

/**
 * A program that means the same, in sums, products, logarithms and exponentials over whole and real variables. Steps, sets,
 * maxima, conditions, rounding and tables become rows with added variables; the variables of the original keep their names, their
 * order and their values. What cannot be said exactly so stays as it is.
 */
final class Smoothing {
    private final Program program;
    private final boolean everything;
    private final Workshop shop = new Workshop();
    private final Terms t = shop.terms();
    private final Map<Variable, Term> variables = new HashMap<>();
    private final Map<Term, Term> done = new HashMap<>();

    private Smoothing(Program program, boolean everything) {
        this.program = program;
        this.everything = everything;
    }

    static Program of(Program program) {
        return new Smoothing(program, true).run();
    }

    /** For languages of constraints, which know sets, conditions, maxima and rounding themselves; only tables are opened. */
    static Program forConstraints(Program program) {
        return new Smoothing(program, false).run();
    }

    private Program run() {
        program.constraints().forEach(constraint -> shop.reserve(constraint.name()));
        for (Variable variable : program.variables()) {
            Domain domain = everything ? plain(variable.domain()) : variable.domain();
            variables.put(variable, shop.variable(variable.name(), domain, variable.origin()));
        }
        if (everything) {
            program.variables().forEach(this::restrict);
        }
        List<List<Statement>> statements = new ArrayList<>();
        List<Term> roots = new ArrayList<>(List.of(program.objective().term()));
        for (Constraint constraint : program.constraints()) {
            List<Statement> said =
                    everything ? Statement.of(constraint) : List.of(new Statement.Plain(constraint.body()));
            statements.add(said);
            said.forEach(s -> roots.addAll(s.terms()));
        }
        Set<Term> needed = Below.of(roots);
        Rewriting rewriting = new Rewriting(shop, variables, done, everything);
        program.terms().stream().filter(needed::contains).forEach(term -> done.put(term, rewriting.of(term)));
        for (int i = 0; i < statements.size(); i++) {
            state(program.constraints().get(i), statements.get(i));
        }
        Objective objective = program.objective();
        return new Program(
                program.name(),
                t.variables(),
                new Objective(objective.sense(), now(objective.term()), objective.origin()),
                shop.rows(),
                List.of(step()));
    }

    private Step step() {
        int added = t.variables().size() - program.variables().size();
        return new Step("smooth", Step.Kind.EQUIVALENCE, added + " variables added", assignment -> assignment);
    }

    private static Domain plain(Domain domain) {
        return switch (domain) {
            case Domain.Integers(long lo, long hi, long step) -> new Domain.Integers(lo, hi);
            case Domain.Choice choice -> new Domain.Integers(0, choice.size() - 1);
            case Domain.Values values
            when values.integral() -> new Domain.Integers((long) values.min(), (long) values.max());
            case Domain.Values values -> new Domain.Reals(values.min(), values.max());
            case Domain.Reals reals -> reals;
        };
    }

    /** Says by rows what the plain domain leaves out. */
    private void restrict(Variable variable) {
        Term term = Objects.requireNonNull(variables.get(variable));
        switch (variable.domain()) {
            case Domain.Integers(long lo, long hi, long step)
            when step > 1 && hi > lo -> {
                Term count = shop.whole("step", 0, (hi - lo) / step);
                shop.equal(term, shop.plus(lo, shop.times(step, count)));
            }
            case Domain.Values(List<Double> values)
            when values.size() > 1 && !isRun(values) -> {
                List<Term> picks = new ArrayList<>();
                List<Term> parts = new ArrayList<>();
                for (double value : values) {
                    Term pick = shop.truth("is");
                    picks.add(pick);
                    parts.add(shop.times(value, pick));
                }
                shop.equal(t.sum(picks), t.constant(1));
                shop.equal(term, t.sum(parts));
            }
            case Domain.Integers integers -> {}
            case Domain.Values values -> {}
            case Domain.Choice choice -> {}
            case Domain.Reals reals -> {}
        }
    }

    private static boolean isRun(List<Double> values) {
        return values.stream().allMatch(v -> v == Math.rint(v))
                && values.getLast() - values.getFirst() == values.size() - 1;
    }

    private void state(Constraint constraint, List<Statement> statements) {
        int part = 0;
        for (Statement statement : statements) {
            String name = constraint.name() + (part++ == 0 ? "" : " part " + part);
            shop.row(
                    switch (statement) {
                        case Statement.Plain(Term body) ->
                            new Constraint(
                                    name, now(body), constraint.relation(), constraint.bound(), constraint.origin());
                        case Statement.Holds(Term condition) ->
                            new Constraint(name, now(condition), Constraint.Relation.EQ, 1, constraint.origin());
                        case Statement.Compared(Term left, Term right, double gap, Constraint.Relation relation) ->
                            new Constraint(
                                    name, t.subtract(now(left), now(right)), relation, -gap, constraint.origin());
                    });
        }
    }

    private Term now(Term term) {
        return Objects.requireNonNull(done.get(term));
    }
}
