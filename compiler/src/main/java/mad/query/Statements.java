package mad.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.program.Constraint;
import mad.program.Program;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** The constraints of a program as their author wrote them: one statement may give several. */
record Statements(Definition.Design design, Program program) {
    /**
     * One of them.
     *
     * @param limit of a budget; null where it is something else
     * @param isGiven whether it says what a variable is a choice among, or stands in the standard library and is no limit
     */
    record Statement(
            Span span, String text, List<Constraint> constraints, Definition.@Nullable Limit limit, boolean isGiven) {
        Statement {
            constraints = List.copyOf(constraints);
        }
    }

    /** In the order in which to try to do without: first what the space says by itself, then requirements, then budgets. */
    List<Statement> of(List<Constraint> constraints) {
        Map<Span, List<Constraint>> bySpan = new LinkedHashMap<>();
        for (Constraint constraint : program.constraints()) {
            if (constraints.stream()
                    .anyMatch(c -> c.origin().span().equals(constraint.origin().span()))) {
                bySpan.computeIfAbsent(constraint.origin().span(), s -> new ArrayList<>())
                        .add(constraint);
            }
        }
        List<List<Statement>> kinds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        bySpan.forEach((span, all) -> {
            Definition.Limit limit = limit(span, all);
            boolean isGiven = limit == null
                    && (StandardLibrary.isModule(span.file())
                            || program.variables().stream()
                                    .anyMatch(v -> v.origin().span().equals(span)));
            Statement statement = new Statement(span, all.getFirst().origin().text(), all, limit, isGiven);
            kinds.get(limit != null ? 2 : isRequired(span) ? 1 : 0).add(statement);
        });
        return kinds.stream().flatMap(List::stream).toList();
    }

    private Definition.@Nullable Limit limit(Span span, List<Constraint> constraints) {
        List<Definition.Limit> limits =
                design.limits().stream().filter(l -> l.span().equals(span)).toList();
        // `params == 4 M` is two limits in one statement
        return limits.size() == 1 && constraints.size() == 1 ? limits.getFirst() : null;
    }

    private boolean isRequired(Span span) {
        return design.requirements().stream().anyMatch(r -> r.span().equals(span))
                || design.space().requirements().stream().anyMatch(r -> r.span().equals(span));
    }

    /** Those that are taken as they are. */
    List<Statement> given() {
        return of(program.constraints()).stream().filter(Statement::isGiven).toList();
    }

    /** The constraints of some statements. */
    List<Constraint> only(Collection<Statement> statements) {
        return program.constraints().stream()
                .filter(c -> statements.stream().anyMatch(s -> s.constraints().contains(c)))
                .toList();
    }

    /** All constraints but those of some statements. */
    List<Constraint> without(Collection<Statement> statements) {
        return program.constraints().stream()
                .filter(c -> statements.stream().noneMatch(s -> s.constraints().contains(c)))
                .toList();
    }
}
