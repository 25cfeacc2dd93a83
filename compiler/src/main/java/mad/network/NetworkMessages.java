package mad.network;

import java.util.List;
import java.util.stream.Collectors;
import mad.diagnostic.Code;
import mad.model.Primitive;

/** What this package says to the user: the wording of the whole phase on one page. */
final class NetworkMessages {
    private NetworkMessages() {}

    // Shapes

    static Problem groupsDoNotDivide(long groups, long channels, String direction) {
        return new Problem(
                Code.DIVISIBILITY,
                groups + " groups do not divide the " + channels + " channels that " + direction + " this layer.");
    }

    static Problem headsDoNotDivide(long heads, long channels) {
        return new Problem(Code.DIVISIBILITY, heads + " heads do not divide " + channels + " channels.");
    }

    static Problem blockDoesNotDivide(long block, Shape in) {
        return new Problem(
                Code.DIVISIBILITY,
                "Blocks of " + block + " x " + block + " do not divide a feature map of " + in.rows() + " x "
                        + in.columns() + ".");
    }

    static Problem kernelDoesNotFit(Window window, long size, String axis) {
        long reach = Exact.sum(Exact.product(window.dilation(), window.kernel() - 1), 1);
        return new Problem(
                Code.OUT_OF_RANGE,
                "A kernel that spans " + reach + " " + axis + " does not fit a feature map of " + size + " " + axis
                        + " padded by " + window.padding() + " on each side.");
    }

    static Problem sliceTooLong(long out, long from, long channels) {
        return new Problem(
                Code.OUT_OF_RANGE,
                "A slice of " + out + " channels from number " + from + " on leaves the " + channels
                        + " channels that enter.");
    }

    static Problem positionOutside(long position, long positions) {
        return new Problem(
                Code.OUT_OF_RANGE,
                "Position " + position + " does not exist: the feature map has " + positions
                        + " positions, counted from 0.");
    }

    static Problem unlikeTerms(List<Shape> branches) {
        return new Problem(
                Code.SHAPE_MISMATCH, "The branches of `add` leave unlike feature maps: " + texts(branches) + ".");
    }

    static Problem unlikeGates(List<Shape> branches) {
        return new Problem(
                Code.SHAPE_MISMATCH,
                "The branches of `gate` leave " + texts(branches)
                        + "; each must have the channels of the first and its size, or one position.");
    }

    static Problem unlikeSizes(List<Shape> branches) {
        return new Problem(
                Code.SHAPE_MISMATCH,
                "The branches of `concat` leave feature maps of unlike sizes: " + texts(branches) + ".");
    }

    static Problem unlikeAttention(Shape queries, Shape keys, Shape values) {
        return new Problem(
                Code.SHAPE_MISMATCH,
                "`attend` wants queries and keys of equal channels, and keys and values of equal positions; here they are "
                        + texts(List.of(queries, keys, values)) + ".");
    }

    static Problem notThreeBranches(int branches) {
        return new Problem(
                Code.BAD_BRANCHES,
                "`attend` wants three branches (queries, keys, values); " + branches + " are left here.");
    }

    static Problem tooLarge() {
        return new Problem(
                Code.NUMBER_TOO_LARGE,
                "The sizes or costs of this layer are larger than any number MAD can count exactly.");
    }

    // Numbers where something particular is wanted

    static Problem outsideRange(String thing, double value, String wanted) {
        return new Problem(
                Code.OUT_OF_RANGE, "`" + thing + "` is " + Numerals.text(value) + "; it must be " + wanted + ".");
    }

    static Problem layerArgument(Primitive primitive, String parameter, double value, String wanted) {
        return outsideRange(primitive.text() + "(" + parameter + ")", value, wanted);
    }

    static Problem indexOutside(double index, int length) {
        return new Problem(
                Code.INDEX_OUT_OF_RANGE,
                "The list has " + length + " elements, counted from 1; it has none at " + Numerals.text(index) + ".");
    }

    static Problem noSuchArgument(String part, String block, String argument) {
        return new Problem(
                Code.UNKNOWN_FIELD, "`" + part + "` is made of `" + block + "`, which has no `" + argument + "`.");
    }

    static Problem badStep(double step) {
        return new Problem(
                Code.EMPTY_DOMAIN, "The step of a range must be above zero; here it is " + Numerals.text(step) + ".");
    }

    /** A note on a part in which something went wrong. */
    static String entering(String part, Shape in) {
        return "This is in `" + part + "`, which " + in.text() + " enters.";
    }

    // Decisions

    static Problem undecided(String decision) {
        return new Problem(Code.DOMAIN_NOT_ALLOWED, "`" + decision + "` is a choice, and no value was given for it.");
    }

    static String outsideDomain(String decision, double value, String domain) {
        return "`" + decision + "` is " + Numerals.text(value) + ", which is not in " + domain + ".";
    }

    // Limits of this machine

    static Problem tooMuchWork(long steps) {
        return new Problem(
                Code.TOO_MUCH_WORK,
                "This takes more than " + Numerals.text(steps) + " steps to work out; make it smaller.");
    }

    static Problem tooDeep(int depth) {
        return new Problem(Code.TOO_MUCH_WORK, "Expressions and blocks are nested more than " + depth + " deep here.");
    }

    static Problem tooManyLayers(int layers) {
        return new Problem(Code.TOO_MUCH_WORK, "The network has more than " + layers + " layers.");
    }

    // What the checker should have refused before

    static Problem noNetwork() {
        return new Problem(Code.NO_NETWORK_HERE, "The network is not known here.");
    }

    static Problem noBlock() {
        return new Problem(Code.NO_NETWORK_HERE, "What enters a block is known only inside a block.");
    }

    static Problem noOutcome() {
        return new Problem(Code.NO_NETWORK_HERE, "What the solver found is known only in a check of a solved design.");
    }

    static Problem unbound(String name) {
        return new Problem(Code.UNKNOWN_NAME, "`" + name + "` has no value here.");
    }

    static Problem wrongType(String wanted, Value value) {
        return new Problem(Code.TYPE_MISMATCH, "Here stands " + value.text() + " where " + wanted + " is wanted.");
    }

    static Problem hole() {
        return new Problem(Code.INTERNAL, "An expression with an error was evaluated.");
    }

    private static String texts(List<Shape> shapes) {
        return shapes.stream().map(Shape::text).collect(Collectors.joining(", "));
    }
}
