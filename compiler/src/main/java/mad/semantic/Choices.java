package mad.semantic;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mad.ast.Item;
import mad.ast.Path;
import mad.ast.SourceTree;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Expressions;
import mad.model.Statement;

/** Whether a space leaves anything to choose. */
final class Choices {
    private Choices() {}

    static boolean in(Definition.Space space, List<Expression> args) {
        Stream<Expression> values = Stream.of(
                        args.stream(),
                        space.bindings().stream().map(Definition.Binding::value),
                        Stream.of(
                                space.input().channels(),
                                space.input().frames(),
                                space.input().rows(),
                                space.input().columns()),
                        space.parts().stream().map(Definition.Part::depth))
                .flatMap(s -> s);
        return space.parts().stream().anyMatch(p -> p.choices().size() > 1)
                || values.anyMatch(Choices::in)
                || space.parts().stream()
                        .flatMap(p -> p.choices().stream())
                        .anyMatch(c -> in(c.block().body()) || c.args().stream().anyMatch(a -> in(a.value())));
    }

    private static boolean in(Expression value) {
        return value instanceof Expression.Decision
                || Expressions.children(value).stream().anyMatch(Choices::in);
    }

    /** Only a body written in place has choices of its own; those of a block with a name are its arguments. */
    private static boolean in(Body body) {
        return body.statements().stream().anyMatch(s -> switch (s) {
            case Statement.Let let -> in(let.value());
            case Statement.If i -> in(i.condition()) || in(i.then()) || in(i.otherwise());
            case Statement.Repeat r -> in(r.count()) || in(r.body());
            case Statement.Inner inner -> false;
            case Statement.Use use ->
                use.args().stream().anyMatch(Choices::in) || (use.inner() != null && in(use.inner()));
            case Statement.Layer layer ->
                layer.args().stream().anyMatch(Choices::in)
                        || layer.branches().stream().anyMatch(b -> in(b.body()));
        });
    }

    /** Whether the file uses the design for a frontier, which has goals of its own, or as the base of another design. */
    static boolean goalElsewhere(ItemAnalysis item, Item.Design design) {
        SourceTree tree = Objects.requireNonNull(item.analysis().tree(item.file()));
        return tree.items().stream().anyMatch(i -> switch (i) {
            case Item.Frontier frontier -> names(frontier.design().path(), design);
            case Item.Design other -> other.base() != null && names(other.base().path(), design);
            default -> false;
        });
    }

    private static boolean names(Path path, Item.Design design) {
        return path.text().equals(design.name().text());
    }
}
