package mad.semantic;

import java.util.Collection;
import java.util.List;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.model.Type;
import mad.source.Span;

/** What is said about types, units, arguments and domains. */
final class TypeMessages {
    private TypeMessages() {}

    static Diagnostic mismatch(Span at, Type actual, Type wanted, String place) {
        if (actual instanceof Type.Num a && wanted instanceof Type.Num w) {
            if (!a.unit().equals(w.unit())) {
                return Diagnostic.of(
                        Code.UNIT_MISMATCH,
                        at,
                        NameMessages.capital(place) + " is " + w.describe() + ", but this is " + a.describe() + ".");
            }
            return Diagnostic.of(
                    Code.TYPE_MISMATCH,
                    at,
                    NameMessages.capital(place)
                            + " must be a whole number, and this may have a fraction; use `round`, `floor` or `ceil`.");
        }
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                NameMessages.capital(place) + " must be " + wanted.describe() + ", but this is " + actual.describe()
                        + ".");
    }

    static Diagnostic units(Span at, String operator, Type left, Type right, Span leftSpan, Span rightSpan) {
        return Diagnostic.of(
                        Code.UNIT_MISMATCH,
                        at,
                        "`" + operator + "` needs two values of one unit; the left is " + left.describe()
                                + " and the right is " + right.describe() + ".")
                .note(leftSpan, left.describe())
                .note(rightSpan, right.describe());
    }

    static Diagnostic operands(Span at, String operator, Type actual) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH, at, "`" + operator + "` works on numbers, but this is " + actual.describe() + ".");
    }

    static Diagnostic plain(Span at, String function, Type actual) {
        return Diagnostic.of(
                Code.UNIT_MISMATCH,
                at,
                "`" + function + "` needs a plain number, but this is " + actual.describe()
                        + "; divide by a unit first.");
    }

    static Diagnostic branches(Span at, Type left, Type right) {
        return Diagnostic.of(
                Code.TYPE_MISMATCH,
                at,
                "These values must be of one type, but one is " + left.describe() + " and another " + right.describe()
                        + ".");
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
                "`" + callee + "` takes " + (most == 0 ? "no arguments" : "at most " + most) + ".");
    }

    static Diagnostic missingArgument(Span at, String callee, String name) {
        return Diagnostic.of(Code.MISSING_ARGUMENT, at, "`" + callee + "` needs `" + name + "`.");
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

    static Diagnostic tooLarge(Span at, String digits) {
        String shown = digits.length() > 30 ? digits.substring(0, 30) + "…" : digits;
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

    static Diagnostic argumentCount(Span at, String function, int wanted, int actual) {
        String takes = wanted == 1 ? "one argument" : wanted + " arguments";
        return Diagnostic.of(
                actual < wanted ? Code.MISSING_ARGUMENT : Code.UNKNOWN_ARGUMENT,
                at,
                "`" + function + "` takes " + takes + ", not " + actual + ".");
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
                "A budget limits metrics: write `metric <= limit`, `metric >= limit`, `metric == limit` or `low <= metric <= high`.");
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
