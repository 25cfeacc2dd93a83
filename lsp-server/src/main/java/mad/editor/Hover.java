package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Primitive;
import mad.model.Type;
import mad.query.StandardLibrary;
import mad.source.Span;
import mad.syntax.Token;

/** What there is to know of the thing under the cursor, in Markdown. */
public final class Hover {
    private Hover() {}

    public record Text(Span span, String markdown) {}

    public static Optional<Text> at(Cursor cursor, Results results) {
        Optional<Token> word = cursor.word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Span span = new Span(cursor.file(), word.get().start(), word.get().end());
        List<String> sections = new ArrayList<>();
        Optional<Names.Meaning> meaning = Names.at(cursor);
        if (meaning.isPresent() && !meaning.get().declared().isEmpty()) {
            span = meaning.get().name();
            for (Span declared : meaning.get().declared()) {
                declared(cursor, declared, sections);
            }
            typed(cursor, span, sections);
        } else {
            word(cursor, word.get(), sections);
        }
        domain(cursor, sections);
        numbers(cursor, results, sections);
        Span found = span;
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Text(found, String.join("\n\n", sections)));
    }

    private static void declared(Cursor cursor, Span declared, List<String> sections) {
        if (declared.end() == 0) {
            String doc = cursor.snapshot().parsed(declared.file()).tree().doc();
            sections.add("module `" + (StandardLibrary.isModule(declared.file()) ? declared.file() : fileName(declared))
                    + "`");
            add(sections, doc);
            return;
        }
        Names.declaration(cursor.snapshot(), declared).ifPresent(d -> {
            sections.add(code(Signatures.of(cursor.snapshot(), d)));
            add(sections, d.doc());
            if (!declared.file().equals(cursor.file())) {
                sections.add("from `" + (Names.isStandard(declared) ? declared.file() : fileName(declared)) + "`");
            }
        });
    }

    private static String fileName(Span span) {
        return span.file().substring(span.file().lastIndexOf('/') + 1);
    }

    private static void typed(Cursor cursor, Span name, List<String> sections) {
        Type type = cursor.module().types().get(name);
        Definition definition =
                cursor.module().definitions().get(cursor.snapshot().text(name));
        Expression body = switch (definition) {
            case Definition.Function f when f.span().equals(name) || type != null -> f.body();
            case Definition.Metric m when m.span().equals(name) -> m.body();
            case null, default -> null;
        };
        Type known = type == null && body != null ? body.type() : type;
        if (known != null && !(known instanceof Type.Unknown)) {
            String value = body instanceof Expression.Number n ? ": " + Quantities.of(n.value()) : "";
            sections.add(known.describe() + value);
        }
    }

    private static void word(Cursor cursor, Token token, List<String> sections) {
        String text = cursor.text().substring(token.start(), token.end());
        switch (token.kind()) {
            case UNIT ->
                Optional.ofNullable(Vocabulary.units().get(text)).ifPresent(u -> sections.add("`" + text + "`: " + u));
            case NUMBER, TEXT -> {}
            default -> name(cursor, token, text, sections);
        }
    }

    private static void name(Cursor cursor, Token token, String text, List<String> sections) {
        boolean field = token.start() > 0 && cursor.text().charAt(token.start() - 1) == '.';
        Optional<Primitive> primitive = field ? Optional.empty() : Primitive.byName(text);
        if (primitive.isPresent()) {
            sections.add(code(Signatures.of(primitive.get())));
            sections.add("a primitive layer of the family `" + primitive.get().family() + "`");
        } else if (field) {
            Vocabulary.attribute(text).ifPresent(a -> sections.add("`" + text + "`: " + a));
        } else {
            String line = Vocabulary.builtins()
                    .getOrDefault(text, Vocabulary.keywords().get(text));
            line = line == null ? Vocabulary.types().get(text) : line;
            add(sections, line == null ? "" : "`" + text + "`: " + line);
        }
        if (field || Vocabulary.builtins().containsKey(text)) {
            Node.path(cursor).reversed().stream()
                    .filter(n -> n.syntax() instanceof Expr)
                    .findFirst()
                    .ifPresent(n -> typed(cursor, n.span(), sections));
        }
    }

    /** How many values a range or set has, and what a number is in base units. */
    private static void domain(Cursor cursor, List<String> sections) {
        for (Node node : Node.path(cursor).reversed()) {
            switch (node.syntax()) {
                case Expr.Number number
                when number.unit() != null -> {
                    String value = number.digits() + " " + number.unit().text();
                    mad.query.Amount.read(value).ifPresent(v -> sections.add("`" + value + "` = " + plain(v)));
                }
                case Expr.Range range -> {
                    Domains.size(range).ifPresent(n -> sections.add("a choice of " + n + " values"));
                    return;
                }
                case Expr.SetOf set -> {
                    sections.add("a choice of " + set.values().size() + " values");
                    return;
                }
                default -> {}
            }
        }
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What became of a stage or design when it was last solved. */
    private static void numbers(Cursor cursor, Results results, List<String> sections) {
        for (Node node : Node.path(cursor)) {
            if (node.syntax() instanceof Member.Part part) {
                results.at(part.span()).forEach(p -> sections.add(Reports.part(p)));
            }
        }
        String text = cursor.word()
                .map(t -> cursor.text().substring(t.start(), t.end()))
                .orElse("");
        results.of(cursor.file(), text).ifPresent(k -> sections.add(Reports.design(k)));
        boolean declared = Node.path(cursor).stream()
                .anyMatch(n ->
                        n.syntax() instanceof Item.Block b && b.name().text().equals(text));
        if (declared) {
            add(sections, Reports.uses(results.of(text)));
        }
    }

    private static void add(List<String> sections, String text) {
        if (!text.isBlank()) {
            sections.add(text);
        }
    }

    static String code(String text) {
        return "```mad\n" + text + "\n```";
    }
}
