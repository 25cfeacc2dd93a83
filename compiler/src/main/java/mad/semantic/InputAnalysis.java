package mad.semantic;

import java.util.List;
import mad.ast.Member;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** {@code input image(channels: 3, size: 224)}: every kind of input is channels, frames, rows and columns. */
record InputAnalysis(ItemAnalysis item) {
    Definition.@Nullable Input input(Member.Input input, Scope scope) {
        String kind = input.kind().text();
        boolean square = input.args().stream()
                .noneMatch(a -> a.name() != null && a.name().text().matches("height|width"));
        List<String> names = switch (kind) {
            case "image" -> square ? List.of("channels", "size") : List.of("channels", "height", "width");
            case "video" ->
                square ? List.of("channels", "frames", "size") : List.of("channels", "frames", "height", "width");
            case "sequence" -> List.of("channels", "length");
            case "flat" -> List.of("features");
            default -> List.of();
        };
        if (names.isEmpty()) {
            if (!input.kind().isMissing()) {
                item.sink()
                        .report(NameMessages.unknownInput(input.kind(), List.of("image", "video", "sequence", "flat")));
            }
            return null;
        }
        List<Arguments.Slot> slots = names.stream()
                .map(n -> new Arguments.Slot(n, Type.INT, Parameter.Range.AT_LEAST_ONE, null, null))
                .toList();
        Scope deciding = scope.at(scope.place().deciding("input"));
        List<Expression> v = new Arguments(item).deciding(kind, input.span(), slots, input.args(), deciding);
        Expression one = one(input.span());
        return switch (kind) {
            case "image" -> new Definition.Input(input.span(), v.get(0), one, v.get(1), v.getLast());
            case "video" -> new Definition.Input(input.span(), v.get(0), v.get(1), v.get(2), v.getLast());
            case "sequence" -> new Definition.Input(input.span(), v.get(0), one, one, v.get(1));
            default -> new Definition.Input(input.span(), v.get(0), one, one, one);
        };
    }

    private static Expression one(Span at) {
        return new Expression.Number(at, Type.INT, 1);
    }
}
