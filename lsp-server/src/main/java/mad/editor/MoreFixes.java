package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mad.ast.Item;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Diagnostic.Fix;
import mad.source.Span;

/** Fixes that need more than the compiler has at hand when it speaks: other names, other files, the shape of the text around. */
record MoreFixes(Cursor cursor, Diagnostic said) {
    List<Fix> all() {
        if (!said.fixes().isEmpty() || !said.span().file().equals(cursor.file())) {
            return List.of();
        }
        Cursor there = cursor.at(said.span().start());
        NameFixes names = new NameFixes(there, said);
        ValueFixes values = new ValueFixes(there, said);
        NetworkFixes networks = new NetworkFixes(there, said);
        return found(said.code(), names, values, networks);
    }

    private List<Fix> found(Code code, NameFixes names, ValueFixes values, NetworkFixes networks) {
        return switch (code) {
            case MISSING_TOKEN -> values.missing();
            case UNKNOWN_NAME -> names.importIt();
            case DUPLICATE_NAME -> names.renameSecond();
            case WRONG_KIND_OF_NAME -> names.ofTheRightKind();
            case NO_NETWORK_HERE -> names.asMetric();
            case UNKNOWN_TYPE -> names.type();
            case MISSING_ARGUMENT -> networks.argument();
            case DUPLICATE_ARGUMENT -> values.withoutArgument();
            case NUMBER_TOO_LARGE -> values.largest();
            case DOMAIN_NOT_ALLOWED -> values.first();
            case NOT_CALLABLE -> values.withoutCall();
            case OUT_OF_RANGE -> values.allowed();
            case INDEX_OUT_OF_RANGE -> values.lastIndex();
            case BAD_TABLE -> values.column();
            case DIVISIBILITY -> values.divisor();
            case BAD_BRANCHES -> networks.branch();
            case NO_INPUT -> networks.input();
            case NO_PARTS -> networks.part();
            case NO_OBJECTIVE -> networks.objective();
            default -> List.of();
        };
    }

    static List<Fix> one(String title, Span at, String text) {
        return List.of(new Fix(title, List.of(new Diagnostic.Edit(at, text))));
    }

    /** The innermost construct at a place that is written exactly there. */
    static <T> Optional<T> exactly(Cursor cursor, Span span, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Item item : cursor.tree().items()) {
            if (item.span().start() <= span.start() && span.end() <= item.span().end()) {
                Node.of(item).walk(n -> {
                    if (n.span().equals(span) && type.isInstance(n.syntax())) {
                        found.add(type.cast(n.syntax()));
                    }
                });
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }
}
