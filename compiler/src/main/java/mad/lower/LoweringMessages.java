package mad.lower;

import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** What lowering says. */
final class LoweringMessages {
    private LoweringMessages() {}

    static Diagnostic hole(Span at) {
        return Diagnostic.of(
                Code.INTERNAL,
                at,
                "This text has an error that is reported elsewhere; nothing can be solved before it is mended.");
    }

    static Diagnostic tooMuch(Span at, long limit) {
        return Diagnostic.of(
                Code.TOO_MUCH_WORK,
                at,
                "This design needs more than " + limit
                        + " steps to write out; look for functions that call each other many times or very long repetitions.");
    }

    static Diagnostic mustBeKnown(Span at, String what) {
        return Diagnostic.of(
                Code.DOMAIN_NOT_ALLOWED,
                at,
                what + " must be known whatever is chosen, but here it depends on a decision.");
    }

    static Diagnostic index(Span at, double index, int length) {
        return Diagnostic.of(
                Code.INDEX_OUT_OF_RANGE,
                at,
                "There is no element " + Math.round(index) + ": the list has " + length + ", counted from 1.");
    }

    static Diagnostic emptyDomain(Span at, String name, double from, double to) {
        return Diagnostic.of(
                Code.EMPTY_DOMAIN,
                at,
                "`" + name + "` has nothing to choose from: its range starts at " + show(from) + " and ends at "
                        + show(to) + ".");
    }

    static Diagnostic badStep(Span at, double step) {
        return Diagnostic.of(
                Code.EMPTY_DOMAIN, at, "The step of a range must be above zero; here it is " + show(step) + ".");
    }

    static Diagnostic tooWide(Span at, String name) {
        return Diagnostic.of(
                Code.NUMBER_TOO_LARGE,
                at,
                "The range of `" + name + "` goes beyond 2^53 (about 9e15), where whole numbers are no longer exact.");
    }

    static Diagnostic unbounded(Span at, String name) {
        return Diagnostic.of(Code.EMPTY_DOMAIN, at, "The ends of the range of `" + name + "` cannot be bounded.");
    }

    static Diagnostic shape(Span at, String join, String why) {
        return Diagnostic.of(
                Code.SHAPE_MISMATCH, at, "The branches of `" + join + "` do not fit together: " + why + ".");
    }

    static Diagnostic divide(Span at, String what, double by) {
        return Diagnostic.of(Code.DIVISIBILITY, at, show(by) + " does not divide the " + what + ".");
    }

    static Diagnostic noArgument(Span at, String part, String name) {
        return Diagnostic.of(Code.UNKNOWN_FIELD, at, "`" + part + "` has no argument `" + name + "`.");
    }

    static Diagnostic layerOutOfRange(Span at, String what, double value, double least) {
        return Diagnostic.of(
                Code.OUT_OF_RANGE,
                at,
                "The " + what + " must be " + show(least) + " or more, but it is " + show(value) + ".");
    }

    static Diagnostic notWhole(Span at, String what, double value) {
        return Diagnostic.of(
                Code.OUT_OF_RANGE, at, "The " + what + " must be a whole number, but it is " + show(value) + ".");
    }

    static Diagnostic notOdd(Span at, String what, double value) {
        return Diagnostic.of(Code.OUT_OF_RANGE, at, "The " + what + " must be odd, but it is " + show(value) + ".");
    }

    static Diagnostic tooLarge(Span at, String what, double value, double most) {
        return Diagnostic.of(
                Code.OUT_OF_RANGE,
                at,
                "The " + what + " must be " + show(most) + " or less, but it is " + show(value) + ".");
    }

    static Diagnostic noValue(Span at, String what) {
        return Diagnostic.of(Code.NOT_A_NUMBER, at, what + " has no value.");
    }

    static String show(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
