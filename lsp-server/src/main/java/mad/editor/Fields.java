package mad.editor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mad.ast.Item;
import mad.model.Attribute;
import mad.model.Definition;
import mad.model.Primitive;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** What may stand after a dot, and the parameters of what is called. */
record Fields(Context context, Proposals proposals, Visible visible) {
    void offer() {
        int dot = context.before().size() - 1;
        String path = context.path(dot);
        Visible.Thing thing = visible.find(path);
        if (thing != null && thing.kind() == Declaration.Kind.ALIAS) {
            Visible.exports(context.cursor().snapshot(), thing.declared().file())
                    .forEach(t -> proposals.thing(0, t));
            return;
        }
        if (thing != null && thing.kind() == Declaration.Kind.BUDGET) {
            limits(thing);
        }
        Type type = type(context.before().get(dot).start());
        if (type != null) {
            of(type);
        } else {
            attributes(5);
            metrics(6);
        }
    }

    private void limits(Visible.Thing budget) {
        if (context.cursor()
                        .snapshot()
                        .module(budget.declared().file())
                        .definitions()
                        .get(context.cursor().snapshot().text(budget.declared()))
                instanceof Definition.Budget definition) {
            definition.limits().forEach(l -> proposals.add(0, Completion.Kind.FIELD, l.metric(), l.source(), ""));
        }
    }

    /** The type of the longest expression that ends where the dot is. */
    private @Nullable Type type(int end) {
        return context.cursor().module().types().entrySet().stream()
                .filter(e -> e.getKey().end() == end
                        && e.getKey().file().equals(context.cursor().file()))
                .filter(e -> !(e.getValue() instanceof Type.Unknown))
                .max(Comparator.comparingInt(e -> e.getKey().end() - e.getKey().start()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private void of(Type type) {
        switch (type) {
            case Type.ListOf list -> of(list.element());
            case Type.Layer layer ->
                names(Arrays.stream(Attribute.OfLayer.values())
                        .map(Attribute.OfLayer::text)
                        .toList());
            case Type.Part part -> {
                arguments();
                names(Arrays.stream(Attribute.OfPart.values())
                        .map(Attribute.OfPart::text)
                        .toList());
                collections();
                metrics(2);
            }
            case Type.Level level -> {
                names(Arrays.stream(Attribute.OfLevel.values())
                        .map(Attribute.OfLevel::text)
                        .toList());
                collections();
                metrics(2);
            }
            case Type.Rec rec ->
                rec.fields()
                        .forEach(f -> proposals.add(
                                0, Completion.Kind.FIELD, f.name(), f.type().describe(), ""));
            case Type.Num n -> attributes(5);
            case Type.Bool b -> attributes(5);
            case Type.Text t -> attributes(5);
            case Type.DomainOf d -> attributes(5);
            case Type.Unknown u -> attributes(5);
        }
    }

    private void names(List<String> names) {
        for (String name : names) {
            proposals.add(
                    1, Completion.Kind.FIELD, name, Vocabulary.attribute(name).orElse(""), "");
        }
    }

    private void attributes(int rank) {
        proposals.words(rank, Completion.Kind.FIELD, Vocabulary.attributes());
    }

    private void collections() {
        for (String name : List.of("layers", "backbone", "parts", "stages", "levels")) {
            proposals.add(
                    2, Completion.Kind.FIELD, name, Vocabulary.attribute(name).orElse(""), "");
        }
    }

    private void metrics(int rank) {
        visible.things().values().stream()
                .filter(t -> t.kind() == Declaration.Kind.METRIC)
                .forEach(t -> proposals.thing(rank, t));
    }

    /** The parameters of the blocks that the file's spaces, and those of its designs, are made of. */
    private void arguments() {
        context.cursor().module().definitions().values().forEach(d -> {
            List<Definition.Part> parts = switch (d) {
                case Definition.Space space -> space.parts();
                case Definition.Design design -> design.space().parts();
                default -> List.of();
            };
            parts.forEach(p -> p.choices()
                    .forEach(c -> c.args()
                            .forEach(a -> proposals.add(
                                    1,
                                    Completion.Kind.FIELD,
                                    a.parameter().name(),
                                    "argument of " + c.block().name(),
                                    a.parameter().doc()))));
        });
    }

    /** The parameters of what stands before the parenthesis at index {@code open}. */
    void parameters(int open, int rank) {
        String path = context.path(open);
        Visible.Thing thing = visible.find(path);
        if (thing != null) {
            for (Item.Param param : Signatures.parameters(context.cursor().snapshot(), thing.declared())) {
                argument(rank, param.name().text(), context.cursor().snapshot().text(param.span()), param.doc());
            }
        } else {
            Primitive.byName(path)
                    .ifPresent(p -> p.parameters().forEach(s -> argument(rank, s.name(), Signatures.of(s), "")));
        }
        if (path.equals("image") || path.equals("video")) {
            for (String name : List.of("channels", "size", "height", "width", "frames")) {
                argument(rank, name, "of the input", "");
            }
        }
    }

    private void argument(int rank, String name, String detail, String doc) {
        Span word = new Span(
                context.cursor().file(), context.from(), context.cursor().offset());
        proposals
                .items()
                .add(new Completion.Item(
                        name, Completion.Kind.PARAMETER, detail, doc, name + ": ", false, rank, word, List.of()));
    }
}
