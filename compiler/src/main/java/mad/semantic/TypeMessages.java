package mad.semantic;

import java.util.Collection;
import java.util.List;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.model.Expression;
import mad.model.Type;
import mad.source.Span;

/** What is said about types, units, arguments and domains. */
final class TypeMessages {
    private TypeMessages() {}

    static Diagnostic mismatch(Span at, Type actual, Type wanted, String place) {
        if (actual instanceof Type.Num a && wanted instanceof Type.Num w) {
            return a.unit().equals(w.unit())
                    ? fraction(at, place)
                    : Diagnostic.of(Code.UNIT_MISMATCH, at, must(place, dimension(w), dimension(a)));
        }
        if (actual instanceof Type.Rec a && wanted instanceof Type.Rec w) {
            return Diagnostic.of(Code.TYPE_MISMATCH, at, lacking(a, w, place));
        }
        return Diagnostic.of(Code.TYPE_MISMATCH, at, must(place, wanted.describe(), actual.describe()));
    }

    private static String must(String place, String wanted, String actual) {
        return NameMessages.capital(place) + " must be " + wanted + ", but this is " + actual + ".";
    }

    private static String lacking(Type.Rec actual, Type.Rec wanted, String place) {
        for (Type.Field field : wanted.fields()) {
            Type found = actual.fields().stream()
                    .filter(f -> f.name().equals(field.name()))
                    .map(Type.Field::type)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return NameMessages.capital(place) + " must be a record with `" + field.name() + "`, "
                        + field.type().describe() + ", and this one has no such field.";
            }
            if (!Types.fits(found, field.type())) {
                return must("`" + field.name() + "` of " + place, field.type().describe(), found.describe());
            }
        }
        return must(place, wanted.describe(), actual.describe());
    }

    /** A type where units are the matter. */
    private static String dimension(Type type) {
        return type instanceof Type.Num num ? num.unit().describe() : type.describe();
    }

    private static Diagnostic fraction(Span at, String place) {
        Diagnostic said = Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                NameMessages.capital(place)
                        + " must be a whole number, and this may have a fraction; use `round`, `floor` or `ceil`.");
        Span before = new Span(at.file(), at.start(), at.start());
        Diagnostic.Fix round = new Diagnostic.Fix(
                "Round to the nearest whole number",
                List.of(new Diagnostic.Edit(before, "round("), new Diagnostic.Edit(at.after(), ")")));
        return new Diagnostic(said.code(), said.span(), said.message(), said.notes(), List.of(round));
    }

    static Diagnostic units(Span at, String operator, Type left, Type right, Span leftSpan, Span rightSpan) {
        return Diagnostic.of(
                        Code.UNIT_MISMATCH,
                        at,
                        "`" + operator + "` needs two values of one unit; the left is " + dimension(left)
                                + " and the right is " + dimension(right) + ".")
                .note(leftSpan, "this is " + dimension(left))
                .note(rightSpan, "this is " + dimension(right));
    }

    /** With a fix where {@code value} is a written number: its digits with the base unit of {@code wanted}. */
    static Diagnostic fixUnit(Diagnostic said, Expression value, String text, Type wanted) {
        if (!(value instanceof Expression.Number) || !(wanted instanceof Type.Num num)) {
            return said;
        }
        String digits = text.replaceAll("[^0-9._eE+-].*$", "");
        String unit = num.unit().symbol();
        boolean plain = num.unit().isNone();
        if (digits.isEmpty() || unit.isEmpty() && !plain) {
            return said;
        }
        String title = plain ? "Leave out the unit" : "Give the number in " + unit;
        return said.fix(title, value.span(), plain ? digits : digits + " " + unit);
    }

    static Diagnostic operands(Span at, String operator, Type actual) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH, at, "`" + operator + "` works on numbers, but this is " + actual.describe() + ".");
    }

    static Diagnostic plain(Span at, String function, Type actual) {
        String unit = actual instanceof Type.Num num ? num.unit().symbol() : "";
        Diagnostic said = Diagnostic.of(
                Code.UNIT_MISMATCH,
                at,
                "`" + function + "` needs a plain number, but this is " + dimension(actual) + "; divide it by "
                        + (unit.isEmpty() ? "its unit" : "`1 " + unit + "`") + " first.");
        if (unit.isEmpty()) {
            return said;
        }
        Span before = new Span(at.file(), at.start(), at.start());
        Diagnostic.Fix divide = new Diagnostic.Fix(
                "Divide by `1 " + unit + "`",
                List.of(new Diagnostic.Edit(before, "("), new Diagnostic.Edit(at.after(), ") / 1 " + unit)));
        return new Diagnostic(said.code(), said.span(), said.message(), said.notes(), List.of(divide));
    }

    static Diagnostic plainProduct(Span at, Type actual) {
        return Diagnostic.of(
                Code.UNIT_MISMATCH,
                at,
                "`product` needs plain numbers, but each of these is " + dimension(actual)
                        + "; divide each by a unit first.");
    }

    static Diagnostic branches(Span at, Type left, Type right) {
        boolean units = left instanceof Type.Num && right instanceof Type.Num;
        return Diagnostic.of(
                units ? Code.UNIT_MISMATCH : Code.TYPE_MISMATCH,
                at,
                "These values must be of one " + (units ? "unit" : "type") + ", but one is "
                        + (units ? dimension(left) : left.describe()) + " and another "
                        + (units ? dimension(right) : right.describe()) + ".");
    }

    static Diagnostic noCondition(Span at, Type actual) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "A condition such as `a <= b` is needed here, but this is " + actual.describe() + ".");
    }

    static Diagnostic notEqualable(Span at, String operator, Type actual) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "`" + operator + "` compares numbers, texts and conditions, but this is " + actual.describe() + ".");
    }

    static Diagnostic tooDeep(Span at) {
        return Diagnostic.of(
                Code.TOO_DEEP,
                at,
                "Expressions and definitions are nested too deeply here; give a part of this a name of its own with `let`.");
    }

    static Diagnostic largeRecord(Span at, int most) {
        return Diagnostic.of(
                Code.TOO_MUCH_WORK,
                at,
                "This record has more than " + most + " fields, those of records inside it included.");
    }

    static Diagnostic evenValues(Span at, String name, boolean noStep) {
        Diagnostic said = Diagnostic.of(
                Code.OUT_OF_RANGE,
                at,
                "`" + name + "` must be odd, but this range has even values too; "
                        + (noStep ? "add `step 2`." : "its step must be even."));
        return noStep ? said.fix("Add `step 2`", at.after(), " step 2") : said;
    }

    static Diagnostic unknownType(Span at, String name, Collection<String> known) {
        List<String> similar = Spelling.similar(name, known);
        Diagnostic said = Diagnostic.of(
                Code.UNKNOWN_TYPE,
                at,
                "There is no type `" + name + "`; the types are "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
        for (String s : similar) {
            said = said.fix("Change to `" + s + "`", at, s);
        }
        return said;
    }

    static Diagnostic unknownArgument(Span at, String name, String callee, Collection<String> known) {
        Diagnostic said = Diagnostic.of(
                Code.UNKNOWN_ARGUMENT,
                at,
                "`" + callee + "` has no parameter `" + name + "`; "
                        + (known.isEmpty() ? "it has none." : "it has " + String.join(", ", known) + "."));
        for (String s : Spelling.similar(name, known)) {
            said = said.fix("Change to `" + s + "`", at, s);
        }
        return said;
    }

    static Diagnostic tooManyArguments(Span at, String callee, int most) {
        return Diagnostic.of(
                Code.UNKNOWN_ARGUMENT,
                at,
                "`" + callee + "` takes "
                        + switch (most) {
                            case 0 -> "no arguments";
                            case 1 -> "one argument only";
                            default -> most + " arguments at most";
                        }
                        + ".");
    }

    static Diagnostic missingArgument(Span at, String callee, String name) {
        return Diagnostic.of(
                Code.MISSING_ARGUMENT,
                at,
                "`" + callee + "` needs `" + name + "`; write `" + callee + "(" + name + ": …)`.");
    }

    static Diagnostic onceNeedsDefault(Span at, String name) {
        return Diagnostic.of(
                Code.MISSING_ARGUMENT,
                at,
                "The `once` parameter `" + name + "` needs a default: the value it has after the first repetition.");
    }

    static Diagnostic duplicateArgument(Span at, String name, Span earlier) {
        return Diagnostic.of(Code.DUPLICATE_ARGUMENT, at, "`" + name + "` is given twice.")
                .note(earlier, "the first time");
    }

    static Diagnostic tooLarge(Span at, String written) {
        String shown = written.length() > 30 ? written.substring(0, 30) + "…" : written;
        return Diagnostic.of(
                Code.NUMBER_TOO_LARGE,
                at,
                "`" + shown
                        + "` cannot be held exactly; whole numbers go up to 2^53 = 9007199254740992 and others to 1e300.");
    }

    static Diagnostic noChoice(Span at) {
        return Diagnostic.of(
                Code.DOMAIN_NOT_ALLOWED,
                at,
                "A range or set is a choice, and nothing chooses here; give a number, or make the choice in a space with `var name in …`.");
    }

    static Diagnostic notCallable(Span at, String what) {
        return Diagnostic.of(Code.NOT_CALLABLE, at, what + " cannot be called.");
    }

    static Diagnostic outOfRange(Span at, String name, String wanted, String actual) {
        return Diagnostic.of(
                Code.OUT_OF_RANGE, at, "`" + name + "` must be " + wanted + ", but this is " + actual + ".");
    }

    static Diagnostic emptyDomain(Span at, String from, String to) {
        return Diagnostic.of(
                        Code.EMPTY_DOMAIN, at, "This range is empty: it starts at " + from + " and ends at " + to + ".")
                .fix("Swap the ends", at, to + ".." + from);
    }

    static Diagnostic badStep(Span at) {
        return Diagnostic.of(Code.EMPTY_DOMAIN, at, "A step must be above 0.");
    }

    static Diagnostic index(Span at, String index, int length) {
        return Diagnostic.of(
                Code.INDEX_OUT_OF_RANGE,
                at,
                "There is no element " + index + ": the list has " + length + ", counted from 1.");
    }

    static Diagnostic branchCount(Span at, String layer, String wanted) {
        return Diagnostic.of(Code.BAD_BRANCHES, at, "`" + layer + "` " + wanted + ".");
    }

    static Diagnostic needsValue(Span at, String aggregate) {
        return Diagnostic.of(
                Code.MISSING_ARGUMENT,
                at,
                "`" + aggregate + "` needs what to take of each element: `" + aggregate + "(l in layers: l.macs)`.");
    }

    static Diagnostic notAggregate(Span at) {
        return Diagnostic.of(
                Code.NOT_CALLABLE,
                at,
                "Only sum, product, mean, std, variance, max, min, count, all and any go through elements with `in`.");
    }

    static Diagnostic noArguments(Span at, String aggregate) {
        return Diagnostic.of(
                Code.MISSING_ARGUMENT,
                at,
                "`" + aggregate + "` needs a list, such as `" + aggregate + "(stages.out)`.");
    }

    static Diagnostic argumentCount(Span at, String function, int wanted, int actual) {
        String takes = wanted == 1 ? "one argument" : wanted + " arguments";
        return Diagnostic.of(
                actual < wanted ? Code.MISSING_ARGUMENT : Code.UNKNOWN_ARGUMENT,
                at,
                "`" + function + "` takes " + takes + ", not " + actual + ".");
    }

    static Diagnostic positionOnly(Span at, String name, String function, List<Diagnostic.Edit> withoutNames) {
        String message = "`" + function + "` is built in and takes its arguments by position, not by a name such as `"
                + name + "`.";
        Diagnostic.Fix fix = new Diagnostic.Fix("Leave out the names", withoutNames);
        return new Diagnostic(Code.UNKNOWN_ARGUMENT, at, message, List.of(), List.of(fix));
    }

    static Diagnostic localFunction(Span at, String name) {
        return Diagnostic.of(
                Code.NOT_CALLABLE,
                at,
                "`" + name + "` cannot have parameters here; define the function at the top of the file.");
    }

    static Diagnostic notADomain(Span at, String name) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "`var " + name + "` needs a range or set to choose from; for a fixed value write `let " + name
                        + " = …`.");
    }

    static Diagnostic noInput(Span at, String name) {
        return Diagnostic.of(
                Code.NO_INPUT,
                at,
                "The space `" + name + "` does not say what goes in; add `input image(channels: 3, size: 224)`.");
    }

    static Diagnostic noParts(Span at, String name) {
        return Diagnostic.of(
                Code.NO_PARTS, at, "The space `" + name + "` has no layers; add a `stem`, `stage` or `head`.");
    }

    static Diagnostic notALimit(Span at) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "A budget limits metrics by known numbers: write `metric <= limit`, `metric >= limit`, `metric == limit` or"
                        + " `low <= metric <= high`; all else is a `require` of the design.");
    }

    static Diagnostic noObjective(Span at, String design, String space) {
        return Diagnostic.of(
                Code.NO_OBJECTIVE,
                at,
                "The space `" + space + "` leaves choices open, and the design `" + design
                        + "` does not say which network is best; add `maximize …` or `minimize …`.");
    }

    static Diagnostic badTable(Span at, String why) {
        return Diagnostic.of(Code.BAD_TABLE, at, "This table cannot be used: " + why + ".");
    }

    static Diagnostic noSpace(Span at, String name) {
        return Diagnostic.of(
                Code.MISSING_ARGUMENT,
                at,
                "The design `" + name + "` does not say what it designs; write `design " + name
                        + " of SomeSpace { … }`.");
    }
}
