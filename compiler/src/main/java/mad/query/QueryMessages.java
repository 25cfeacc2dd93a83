package mad.query;

import java.util.List;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** What is said about questions and their answers. */
final class QueryMessages {
    private QueryMessages() {}

    static Diagnostic noDesign(Snapshot snapshot, Question question) {
        List<String> names = snapshot.designs(question.file()).stream()
                .map(Definition.Design::name)
                .toList();
        String known = names.isEmpty() ? "it has no design" : "its designs are " + String.join(", ", names);
        return Diagnostic.of(
                Code.UNKNOWN_NAME,
                new Span(question.file(), 0, 0),
                "`" + question.file() + "` has no design `" + question.design() + "`; " + known + ".");
    }

    static Diagnostic disagreement(Definition.Design design, String what) {
        return Diagnostic.of(
                Code.INTERNAL,
                design.span(),
                "The solved design `" + design.name() + "` and its re-evaluation on concrete layers disagree (" + what
                        + "). This is an error of MAD, and the design is withheld; please report it with this file.");
    }

    /**
     * @param proved what every network of the space has at least (at most, for a lower limit)
     * @param extreme the network that comes closest; null where none was found
     */
    static Diagnostic budgetTooSmall(
            Definition.Limit limit, double proved, double bound, Smallest.@Nullable Extreme extreme) {
        String unit = Units.symbol(limit.value().type());
        String size = limit.upper() ? "smallest" : "largest";
        String beyond = limit.upper() ? " or more" : " or less";
        String cause = extreme != null && Math.abs(extreme.value() - proved) <= 1e-9 * Math.abs(proved)
                ? "the " + size + " network of this space has " + quantity(extreme.value(), unit)
                : "every network of this space has " + quantity(proved, unit) + beyond
                        + (extreme == null
                                ? ""
                                : ", and the " + size + " one found " + quantity(extreme.value(), unit));
        String shares = extreme == null ? "" : " (" + extreme.shares() + ")";
        Diagnostic said = Diagnostic.of(
                Code.BUDGET_TOO_SMALL,
                limit.span(),
                "The budget `" + limit.source() + "` cannot be met: " + cause + shares + ", and the limit is "
                        + quantity(bound, unit) + ".");
        return extreme == null || !(limit.bound() instanceof Expression.Number number)
                ? said
                : said.fix(
                        (limit.upper() ? "Raise" : "Lower") + " the limit to "
                                + enough(extreme.value(), unit, limit.upper()),
                        number.span(),
                        enough(extreme.value(), unit, limit.upper()));
    }

    /** A quantity of four digits that is not below {@code value}, or not above it. */
    private static String enough(double value, String unit, boolean up) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, Math.abs(value)))) - 3);
        return quantity(up ? Math.ceil(value / step) * step : Math.floor(value / step) * step, unit);
    }

    static Diagnostic infeasible(Span at, String broken, List<String> others) {
        String given = others.isEmpty() ? "" : " together with " + String.join(", ", others);
        return Diagnostic.of(Code.INFEASIBLE, at, "No network meets `" + broken + "`" + given + ".");
    }

    static Diagnostic notANumber(Span at, String value) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "A sweep goes through numbers, and " + value + " is none; sweep a number that stands for it.");
    }

    static Diagnostic checkFailed(Span at, String condition, String why) {
        return Diagnostic.of(Code.CHECK_FAILED, at, "`" + condition + "` does not hold: " + why + ".");
    }

    /** 412 M, 3.68 G, 0.3: four significant digits with a prefix, and the unit. */
    static String quantity(double value, String unit) {
        double size = Math.abs(value);
        String[] prefixes = {"", "k", "M", "G", "T"};
        int power = 0;
        while (size >= 1000 && power < prefixes.length - 1) {
            size /= 1000;
            power++;
        }
        double scaled = value / Math.pow(1000, power);
        String digits = java.math.BigDecimal.valueOf(scaled)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        String suffix = prefixes[power] + unit;
        return suffix.isEmpty() ? digits : digits + " " + suffix;
    }
}
