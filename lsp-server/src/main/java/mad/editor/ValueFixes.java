package mad.editor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mad.ast.Expr;
import mad.ast.Item;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Diagnostic.Fix;
import mad.query.Amount;
import mad.source.Span;

/** Fixes of values: another number, one of a choice, one argument less. */
record ValueFixes(Cursor cursor, Diagnostic said) {
    private static final Pattern LENGTH = Pattern.compile("the list has (\\d+)");
    private static final Pattern COLUMNS = Pattern.compile("the columns are ([^.]+)\\.");
    private static final Pattern DIVISOR = Pattern.compile("(\\d+) does not divide .*\\((\\d+)\\)");

    private String text() {
        return cursor.snapshot().text(said.span());
    }

    List<Fix> missing() {
        boolean value = said.message().startsWith("Expected an expression");
        Span at = said.span().start() == said.span().end()
                ? said.span()
                : said.span().after();
        return value ? MoreFixes.one("Insert a value", at, " 0") : List.of();
    }

    /** The second of two arguments goes, with the comma before it. */
    List<Fix> withoutArgument() {
        String before = cursor.text().substring(0, said.span().start());
        int comma = before.stripTrailing().length();
        boolean follows = comma > 0 && before.charAt(comma - 1) == ',';
        int start = follows ? comma - 1 : said.span().start();
        return MoreFixes.one(
                "Remove it", new Span(cursor.file(), start, said.span().end()), "");
    }

    List<Fix> largest() {
        return MoreFixes.one("Write the largest exact number", said.span(), "9_007_199_254_740_992");
    }

    List<Fix> first() {
        Expr value = MoreFixes.exactly(cursor, said.span(), Expr.class).orElse(null);
        Expr first = switch (value) {
            case Expr.SetOf set when !set.values().isEmpty() -> set.values().getFirst();
            case Expr.Range range -> range.from();
            case null, default -> null;
        };
        if (first == null) {
            return List.of();
        }
        String text = cursor.snapshot().text(first.span());
        return MoreFixes.one("Take `" + text + "`", said.span(), text);
    }

    List<Fix> withoutCall() {
        for (Node node : Node.path(cursor).reversed()) {
            if (node.syntax() instanceof Expr.Call call
                    && call.span().start() == said.span().start()) {
                return MoreFixes.one(
                        "Remove the arguments",
                        call.span(),
                        cursor.snapshot().text(call.target().span()));
            }
        }
        return List.of();
    }

    /** The nearest number that every range of the language allows: odd, and 1 or more. */
    List<Fix> allowed() {
        OptionalDouble value = Amount.read(text());
        if (value.isEmpty()) {
            return List.of();
        }
        long near = Math.max(1, Math.round(value.getAsDouble()));
        String text = Long.toString(said.message().contains("odd") && near % 2 == 0 ? near + 1 : near);
        return text.equals(text()) ? List.of() : MoreFixes.one("Change to `" + text + "`", said.span(), text);
    }

    List<Fix> lastIndex() {
        Matcher length = LENGTH.matcher(said.message());
        boolean known = length.find() && !length.group(1).equals("0");
        for (Node node : Node.path(cursor).reversed()) {
            if (known && node.syntax() instanceof Expr.Index index) {
                return MoreFixes.one("Take the last element", index.index().span(), length.group(1));
            }
        }
        return known
                        && MoreFixes.exactly(cursor, said.span(), Expr.Number.class)
                                .isPresent()
                ? MoreFixes.one("Take the last element", said.span(), length.group(1))
                : List.of();
    }

    List<Fix> column() {
        Matcher columns = COLUMNS.matcher(said.message());
        if (!columns.find() || !(cursor.item().orElse(null) instanceof Item.Table table)) {
            return List.of();
        }
        String last = columns.group(1).substring(columns.group(1).lastIndexOf(' ') + 1);
        return MoreFixes.one("Use the column `" + last + "`", table.value().span(), last);
    }

    List<Fix> divisor() {
        Matcher numbers = DIVISOR.matcher(said.message());
        if (!numbers.find()) {
            return List.of();
        }
        long divisor = gcd(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
        for (Node node : Node.path(cursor).reversed()) {
            for (Node child : node.children()) {
                boolean groups = child.syntax() instanceof Item.Arg arg
                        && arg.name() != null
                        && arg.name().text().equals("groups");
                if (groups && child.syntax() instanceof Item.Arg arg) {
                    return MoreFixes.one(
                            "Use " + divisor + " groups", arg.value().span(), Long.toString(divisor));
                }
            }
        }
        return List.of();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
