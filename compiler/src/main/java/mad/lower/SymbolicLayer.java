package mad.lower;

import java.util.List;
import mad.model.Attribute;
import mad.model.Definition;
import mad.model.Primitive;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/**
 * A layer in terms of the decisions.
 *
 * @param multiplicity how often it occurs in the network; 0 where a condition leaves it out
 * @param in what enters, {@code out} what leaves
 * @param live elements alive while it runs
 * @param blocks the blocks around it, outermost first
 */
record SymbolicLayer(
        Primitive primitive,
        Extent in,
        Extent out,
        Facts facts,
        Term multiplicity,
        Term live,
        boolean main,
        boolean first,
        boolean head,
        List<Definition.Block> blocks,
        Span span) {
    SymbolicLayer {
        blocks = List.copyOf(blocks);
    }

    /** What the primitive's formulas give; {@code weights} without bias. */
    record Facts(
            Term kernel,
            Term kernelArea,
            Term kernelFrames,
            Term stride,
            Term groups,
            Term bias,
            Term weights,
            Term params,
            Term macs,
            Term width,
            Term weightBits,
            Term actBits) {}

    boolean weighted() {
        return primitive == Primitive.CONV || primitive == Primitive.LINEAR;
    }

    SymbolicLayer occurring(Term multiplicity) {
        return new SymbolicLayer(primitive, in, out, facts, multiplicity, live, main, first, head, blocks, span);
    }

    SymbolicLayer times(Term factor, Terms t) {
        return occurring(t.multiply(multiplicity, factor));
    }

    Symbolic attribute(Attribute.OfLayer attribute, Terms t) {
        return switch (attribute) {
            case IN -> new Symbolic.Num(in.channels());
            case OUT -> new Symbolic.Num(out.channels());
            case IN_SIZE -> new Symbolic.Num(in.rows());
            case SIZE -> new Symbolic.Num(out.rows());
            case IN_PIXELS -> new Symbolic.Num(in.pixels(t));
            case PIXELS -> new Symbolic.Num(out.pixels(t));
            case IN_ELEMENTS -> new Symbolic.Num(in.elements(t));
            case ELEMENTS -> new Symbolic.Num(out.elements(t));
            case KERNEL -> new Symbolic.Num(facts.kernel);
            case KERNEL_AREA -> new Symbolic.Num(facts.kernelArea);
            case KERNEL_FRAMES -> new Symbolic.Num(facts.kernelFrames);
            case STRIDE -> new Symbolic.Num(facts.stride);
            case GROUPS -> new Symbolic.Num(facts.groups);
            case BIAS -> new Symbolic.Num(facts.bias);
            case PARAMS -> new Symbolic.Num(facts.params);
            case WEIGHTS -> new Symbolic.Num(facts.weights);
            case MACS -> new Symbolic.Num(facts.macs);
            case WIDTH -> new Symbolic.Num(facts.width);
            case LIVE -> new Symbolic.Num(live);
            case WEIGHT_BITS -> new Symbolic.Num(facts.weightBits);
            case ACT_BITS -> new Symbolic.Num(facts.actBits);
            case WEIGHTED -> new Symbolic.Truth(t.truth(weighted()));
            case MAIN -> new Symbolic.Truth(t.truth(main));
            case FIRST -> new Symbolic.Truth(t.truth(first));
            case KIND -> new Symbolic.Text(primitive.text());
        };
    }
}
