package mad.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.ast.Clause;
import mad.ast.Item;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * How a design gets a limit of its own where it took one from a budget that cannot be changed, one of the standard library: a budget that extends it, or one limit more in a
 * budget that does so already.
 *
 * @param budget the name of that budget
 * @param base what it extends
 * @param edits that make it so, besides the limit itself
 * @param at where the limit is written, between {@code before} and {@code after}
 */
public record OwnLimit(String budget, String base, List<Diagnostic.Edit> edits, Span at, String before, String after) {
    public OwnLimit {
        edits = List.copyOf(edits);
    }

    /** @return nothing where the limit's metric or budget cannot be named in the design's file */
    public static Optional<OwnLimit> of(Snapshot snapshot, Definition.Design design, Definition.Limit limit) {
        return Optional.ofNullable(new Writer(snapshot, design.span().file()).limit(design, limit));
    }

    /** @param bound as it is to be written */
    public List<Diagnostic.Edit> with(String bound) {
        List<Diagnostic.Edit> all = new ArrayList<>(edits);
        all.add(new Diagnostic.Edit(at, before + bound + after));
        return all;
    }

    private record Writer(Snapshot snapshot, String file) {
        @Nullable
        OwnLimit limit(Definition.Design design, Definition.Limit limit) {
            List<Diagnostic.Edit> edits = new ArrayList<>();
            if (!(limit.value() instanceof Expression.MetricOf metric)
                    || StandardLibrary.isModule(file)
                    || !isNamed(metric.metric(), limit.metric(), edits)) {
                return null;
            }
            String statement = limit.metric() + (limit.upper() ? " <= " : " >= ");
            for (Item item : items()) {
                if (item instanceof Item.Budget budget
                        && budget.base() != null
                        && budget.name().text().equals(limit.budget())) {
                    return further(budget, budget.base(), statement, edits);
                }
            }
            for (Item item : items()) {
                if (item instanceof Item.Design written && written.name().span().equals(design.span())) {
                    return first(written, limit.budget(), statement, edits);
                }
            }
            return null;
        }

        private List<Item> items() {
            return snapshot.parsed(file).tree().items();
        }

        private OwnLimit further(Item.Budget budget, Item.Use base, String statement, List<Diagnostic.Edit> edits) {
            boolean empty = budget.limits().isEmpty();
            int end = empty
                    ? budget.span().end() - 1
                    : budget.limits().getLast().span().end();
            String before = empty ? " " + statement : ", " + statement;
            return new OwnLimit(
                    budget.name().text(),
                    snapshot.text(base.span()),
                    edits,
                    new Span(file, end, end),
                    before,
                    empty ? " " : "");
        }

        private @Nullable OwnLimit first(
                Item.Design design, String budget, String statement, List<Diagnostic.Edit> edits) {
            String own = free(design.name().text() + "Budget");
            for (Clause clause : design.clauses()) {
                for (Item.Use use : clause instanceof Clause.Within within ? within.budgets() : List.<Item.Use>of()) {
                    String base = snapshot.text(use.span());
                    if (base.matches("(\\w+\\.)*" + budget + "\\b.*")) {
                        edits.add(new Diagnostic.Edit(use.span(), own));
                        int start = beforeComment(design.span().start());
                        return new OwnLimit(
                                own,
                                base,
                                edits,
                                new Span(file, start, start),
                                "budget " + own + " extends " + base + " { " + statement,
                                " }\n\n");
                    }
                }
            }
            return null;
        }

        /** Whether a metric is known by a name in this file, if need be after {@code edits}. */
        private boolean isNamed(Definition.Metric metric, String name, List<Diagnostic.Edit> edits) {
            int end = 0;
            Set<String> taken =
                    new HashSet<>(snapshot.module(file).definitions().keySet());
            if (metric.span().file().equals(file)) {
                return metric.name().equals(name);
            }
            for (Item item : items()) {
                if (item instanceof Item.Import imported) {
                    end = imported.span().end();
                    for (Item.ImportName one : imported.names()) {
                        taken.add(one.local().text());
                        if (one.local().text().equals(name) && isThat(one, metric)) {
                            return true;
                        }
                    }
                }
            }
            String module = metric.span().file();
            if (taken.contains(name) || !metric.name().equals(name) || !StandardLibrary.isModule(module)) {
                return false;
            }
            String line = "import " + module + " { " + name + " }";
            edits.add(new Diagnostic.Edit(new Span(file, end, end), end == 0 ? line + "\n" : "\n" + line));
            return true;
        }

        private boolean isThat(Item.ImportName name, Definition.Metric metric) {
            return snapshot.module(file).references().stream()
                    .anyMatch(r ->
                            r.use().equals(name.name().span()) && r.declared().equals(metric.span()));
        }

        private String free(String name) {
            Set<String> taken = snapshot.module(file).definitions().keySet();
            String free = name;
            for (int i = 2; taken.contains(free); i++) {
                free = name + i;
            }
            return free;
        }

        /** The start of the comment that documents what begins at {@code start}, which is not to document something else. */
        private int beforeComment(int start) {
            String text = snapshot.source(file).map(s -> s.text()).orElse("");
            int begin = start;
            for (int end = start - 1; end > 0; end = begin - 1) {
                int line = text.lastIndexOf('\n', end - 1) + 1;
                if (!text.substring(line, end).strip().startsWith("//")) {
                    break;
                }
                begin = line;
            }
            return begin;
        }
    }
}
