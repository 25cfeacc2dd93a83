package mad.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
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
                        (limit.upper() ? "raise" : "lower") + " the limit to "
                                + enough(extreme.value(), unit, limit.upper()),
                        number.span(),
                        enough(extreme.value(), unit, limit.upper()));
    }

    /** A quantity of four digits that is not below {@code value}, or not above it. */
    private static String enough(double value, String unit, boolean up) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, Math.abs(value)))) - 3);
        return quantity(up ? Math.ceil(value / step) * step : Math.floor(value / step) * step, unit);
    }

    /** @param minimal whether it is proved that each of them is needed */
    static Diagnostic conflict(Span at, List<String> members, boolean minimal) {
        String all = members.stream().map(m -> "`" + m + "`").collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", `");
        String list = last < 0 ? all : all.substring(0, last) + " and" + all.substring(last + 1);
        String rest = members.size() == 1
                ? ""
                : minimal
                        ? " together. Without any one of them they leave some"
                        : " together; not all of them may be needed to exclude every network";
        return Diagnostic.of(Code.INFEASIBLE, at, "No network meets " + list + rest + ".");
    }

    /** What a limit has to become when everything else stays. */
    static String relaxation(Definition.Limit limit, Relaxation relaxation) {
        return switch (relaxation) {
            case Relaxation.Value value -> {
                String unit = Units.symbol(limit.value().type());
                int sign = Infeasibility.sign(limit);
                String found = quantity(sign * value.found(), unit);
                String proved = quantity(sign * value.proved(), unit);
                String least = limit.upper() ? "at least " : "at most ";
                yield "with all else as it is, the limit must be " + least
                        + (value.isClosed() ? found : proved + "; " + found + " is enough");
            }
            case Relaxation.Omission omission -> "without it there is a network";
            case Relaxation.NotEnough none -> "no other limit here is enough: more is in the way";
            case Relaxation.Unknown unknown -> "whether another limit here is enough was not found out";
        };
    }

    /** By how much a statement has to give way when everything else stays. */
    static String relaxation(Statements.Statement member, Relaxation relaxation) {
        return switch (relaxation) {
            case Relaxation.Value value -> {
                double bound = member.constraints().getFirst().bound();
                String found = quantity(value.found() - bound, "");
                String proved = quantity(value.proved() - bound, "");
                // a bound below the limit proves nothing
                yield "with all else as it is, "
                        + (value.isClosed()
                                ? "this must give way by at least " + found
                                : value.proved() > bound
                                        ? "this must give way by at least " + proved + "; " + found + " is enough"
                                        : "it is enough that this gives way by " + found);
            }
            case Relaxation.Omission omission -> "without this there is a network";
            case Relaxation.NotEnough none -> "giving way here is not enough: more is in the way";
            case Relaxation.Unknown unknown -> "whether giving way here is enough was not found out";
        };
    }

    /** Offers a limit that can be met, where the limit is a number in its place. */
    static Diagnostic withFix(Diagnostic said, Definition.Limit limit, double needed) {
        boolean plain = Units.symbol(limit.value().type()).isEmpty();
        if (!plain || !(limit.bound() instanceof Expression.Number number)) {
            return said;
        }
        String text = generous(needed, limit.upper());
        return said.fix((needed > number.value() ? "raise" : "lower") + " the limit to " + text, number.span(), text);
    }

    /** Four digits, rounded to the side on which the limit can be met. */
    static String generous(double value, boolean up) {
        String[] prefixes = {"", " k", " M", " G", " T"};
        double size = Math.abs(value);
        int power = 0;
        while (size >= 1000 && power < prefixes.length - 1) {
            size /= 1000;
            power++;
        }
        RoundingMode mode = up ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return BigDecimal.valueOf(value)
                        .movePointLeft(3 * power)
                        .round(new MathContext(4, mode))
                        .stripTrailingZeros()
                        .toPlainString()
                + prefixes[power];
    }

    /** @param bounds that the design reaches, all said at one place */
    static Diagnostic boundActive(Definition.Design design, Span at, List<Report.ActiveBound> bounds) {
        Report.ActiveBound first = bounds.getFirst();
        String others = bounds.size() == 1
                ? ""
                : bounds.size() == 2 ? " and another" : " and " + (bounds.size() - 1) + " others";
        String number = quantity(first.value(), "");
        String what = switch (first.kind()) {
            case BUDGET ->
                " uses " + number + " of the " + quantity(first.limit(), "") + " of `" + first.name() + "`" + others
                        + ": this limit shapes it.";
            case CONSTRAINT -> " goes to the limit of `" + first.name() + "`" + others + ": this shapes it.";
            case LOWER_END ->
                " takes the least value of `" + first.name() + "`, " + number + others
                        + ": below it there may be a better one.";
            case UPPER_END ->
                " takes the greatest value of `" + first.name() + "`, " + number + others
                        + ": above it there may be a better one.";
        };
        return Diagnostic.of(Code.BOUND_ACTIVE, at, "The design `" + design.name() + "`" + what)
                .note(design.span(), "the design that reaches it");
    }

    static Diagnostic budgetUnused(Definition.Design design, Definition.Limit limit, Report.BudgetUse use) {
        Diagnostic said = Diagnostic.of(
                        Code.BUDGET_UNUSED,
                        limit.span(),
                        "The design `" + design.name() + "` uses " + quantity(use.value(), use.unit()) + " of the "
                                + quantity(use.limit(), use.unit()) + " that `" + limit.source() + "` allows ("
                                + Math.round(100 * use.use()) + " %).")
                .note(design.span(), "the design that leaves the rest");
        return withFix(said, limit, use.value());
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

    static String quantity(double value, String unit) {
        return Amount.text(value, unit);
    }
}
