package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Expressions;

/** The order of {@code let}s and {@code var}s after some were replaced. */
final class Bindings {
    private Bindings() {}

    /** In an order in which each sees only earlier ones; a circle, made by replacing, is reported and broken. */
    static List<Definition.Binding> sorted(List<Definition.Binding> bindings, Sink sink) {
        List<Definition.Binding> open = new ArrayList<>(bindings);
        List<Definition.Binding> done = new ArrayList<>();
        while (!open.isEmpty()) {
            Definition.Binding next = open.stream()
                    .filter(b -> open.stream().noneMatch(o -> Expressions.mentions(b.value(), o.symbol())))
                    .findFirst()
                    .orElse(open.getFirst());
            open.remove(next);
            done.add(
                    Expressions.mentions(next.value(), next.symbol())
                                    || open.stream().anyMatch(o -> Expressions.mentions(next.value(), o.symbol()))
                            ? broken(next, sink)
                            : next);
        }
        return done;
    }

    private static Definition.Binding broken(Definition.Binding binding, Sink sink) {
        sink.report(NameMessages.recursion(
                binding.symbol().name(),
                binding.value().span(),
                binding.symbol().declared(),
                List.of()));
        return new Definition.Binding(
                binding.symbol(),
                new Expression.Hole(binding.value().span(), binding.symbol().type()));
    }
}
