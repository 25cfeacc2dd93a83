package mad.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.program.Objective;
import mad.program.Origin;
import mad.program.Program;
import mad.program.Step;
import mad.program.Term;
import mad.program.Terms;
import org.jspecify.annotations.Nullable;

/** Lowers a design to a program: elaborate the network, state the constraints, state the objective. */
public final class Lowerer {
    private final Terms t = new Terms();
    private final Evaluator evaluator = new Evaluator(t);
    private final Validity validity = new Validity(t);
    private final List<Lowered.LimitTerms> limits = new ArrayList<>();
    private final List<Lowered.ReportTerm> reports = new ArrayList<>();
    private Environment spaceScope = Environment.EMPTY;
    private final Map<String, Term> quantities = new LinkedHashMap<>();

    private Lowerer() {}

    /** @param arguments numbers for the design's parameters by name; those left out have their defaults */
    public static Lowered lower(Definition.Design design, Map<String, Double> arguments) {
        try {
            return new Lowerer().run(design, arguments);
        } catch (Refusal refusal) {
            return new Lowered.Refused(List.of(refusal.diagnostic()));
        } catch (StackOverflowError deep) {
            return new Lowered.Refused(List.of(LoweringMessages.tooMuch(design.span(), Evaluator.MOST)));
        }
    }

    private Lowered run(Definition.Design design, Map<String, Double> arguments) {
        Environment environment = parameters(design, arguments);
        SymbolicNetwork network = elaborate(design, environment);
        Constraints constraints = new Constraints(t, evaluator);
        evaluator.decider().ends().forEach(constraints::end);
        validity.conditions().forEach(constraints::condition);
        Context space = Context.of(spaceScope, network);
        design.space().requirements().forEach(r -> constraints.require(r, space));
        Context context = Context.of(inDesign(design, environment), network);
        for (Definition.Binding binding : design.bindings()) {
            context = context.with(binding.symbol(), evaluator.value(binding.value(), context));
        }
        for (Definition.Limit limit : design.limits()) {
            Lowered.LimitTerms terms = constraints.limit(limit, context);
            limits.add(terms);
            quantities.put(limit.metric(), terms.value());
        }
        for (Definition.Requirement requirement : design.requirements()) {
            constraints.require(requirement, context);
        }
        for (Definition.Reported reported : design.reports()) {
            Term value = evaluator.number(reported.value(), context);
            reports.add(new Lowered.ReportTerm(reported, value));
            quantities.put(reported.name(), value);
        }
        Objective objective = objective(design, context);
        Program program =
                new Program(design.name(), t.variables(), objective, constraints.all(), steps(network, constraints));
        return new Lowered.Lowering(program, evaluator.decider().values(), limits, reports, quantities);
    }

    private Environment parameters(Definition.Design design, Map<String, Double> arguments) {
        Environment environment = Environment.EMPTY;
        for (Parameter parameter : design.parameters()) {
            Double given = arguments.get(parameter.name());
            Expression fallback = parameter.fallback();
            if (given == null && fallback == null) {
                throw new Refusal(LoweringMessages.noArgument(design.span(), design.name(), parameter.name()));
            }
            Symbolic value = given != null
                    ? new Symbolic.Num(t.constant(given))
                    : evaluator.value(java.util.Objects.requireNonNull(fallback), Context.of(environment));
            environment = environment.with(parameter.symbol(), value);
        }
        return environment;
    }

    /** What the clauses of a design see: the names of its space, and its own parameters before these. */
    private Environment inDesign(Definition.Design design, Environment parameters) {
        Environment names = spaceScope;
        for (Parameter parameter : design.parameters()) {
            Symbolic value = parameters.find(parameter.symbol());
            names = value == null ? names : names.with(parameter.symbol(), value);
        }
        return names;
    }

    private SymbolicNetwork elaborate(Definition.Design design, Environment outside) {
        Definition.Space space = design.space();
        Environment scope = Environment.EMPTY;
        for (int i = 0; i < space.parameters().size(); i++) {
            Symbolic value = evaluator.value(design.spaceArgs().get(i), Context.of(outside));
            scope = scope.with(space.parameters().get(i).symbol(), value);
        }
        for (Definition.Binding binding : space.bindings()) {
            scope = scope.with(binding.symbol(), evaluator.value(binding.value(), Context.of(scope)));
        }
        spaceScope = scope;
        Context context = Context.of(scope);
        Definition.Input input = space.input();
        Extent at = new Extent(
                evaluator.number(input.channels(), context),
                evaluator.number(input.frames(), context),
                evaluator.number(input.rows(), context),
                evaluator.number(input.columns(), context));
        PartElaborator elaborator = new PartElaborator(t, evaluator, new Elaborator(t, evaluator, validity));
        List<SymbolicPart> parts = new ArrayList<>();
        for (Definition.Part part : space.parts()) {
            int index = 1
                    + (int) parts.stream()
                            .filter(p -> p.part().kind() == part.kind())
                            .count();
            SymbolicPart elaborated = elaborator.part(part, parts.size(), index, at, scope);
            parts.add(elaborated);
            at = elaborated.out();
        }
        return SymbolicNetwork.of(parts, t);
    }

    private Objective objective(Definition.Design design, Context context) {
        Definition.@Nullable Goal goal = design.goal();
        if (goal == null) {
            return new Objective(Objective.Sense.MAXIMIZE, t.constant(0), new Origin(design.span(), "no objective"));
        }
        Term value = evaluator.finite(goal.value(), context, "`" + goal.source() + "`");
        quantities.put("objective", value);
        List<Term> penalties = new ArrayList<>();
        for (Definition.Preference preference : design.preferences()) {
            Term violation = new Violations(t, evaluator).of(preference.condition(), context);
            penalties.add(t.multiply(evaluator.number(preference.weight(), context), violation));
        }
        Term penalty = t.sum(penalties);
        Term term = goal.maximize() ? t.subtract(value, penalty) : t.add(value, penalty);
        Objective.Sense sense = goal.maximize() ? Objective.Sense.MAXIMIZE : Objective.Sense.MINIMIZE;
        return new Objective(sense, term, new Origin(goal.span(), goal.source()));
    }

    private List<Step> steps(SymbolicNetwork network, Constraints constraints) {
        long symbolic = network.layers().size();
        return List.of(
                new Step(
                        "elaborate",
                        Step.Kind.EQUIVALENCE,
                        network.parts().size() + " parts, " + symbolic
                                + " symbolic layers; a depth stays a variable: the first repetition, then the rest times depth - 1",
                        assignment -> assignment),
                new Step(
                        "derived-domains",
                        Step.Kind.EQUIVALENCE,
                        evaluator.decider().ends().size()
                                + " ends of domains depend on other decisions and became constraints; "
                                + evaluator.decider().values().size() + " decisions are "
                                + t.variables().size() + " variables",
                        new WayHome(List.copyOf(evaluator.decider().values().values()))),
                new Step(
                        "split-conjunctions",
                        Step.Kind.EQUIVALENCE,
                        constraints.all().size()
                                + " constraints, one for each comparison, element and branch of a maximum",
                        assignment -> assignment));
    }
}
