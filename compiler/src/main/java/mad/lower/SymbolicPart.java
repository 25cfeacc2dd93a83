package mad.lower;

import java.util.List;
import java.util.Map;
import mad.model.Definition;
import mad.program.Term;

/**
 * A stem, stage or head in terms of the decisions.
 *
 * @param position among all parts, from 0; {@code index} among those of its kind, from 1
 * @param arguments of its block by name; where alternatives disagree, chosen by the decision between them
 */
record SymbolicPart(
        Definition.Part part,
        int position,
        int index,
        Extent in,
        Extent out,
        Term depth,
        Map<String, Symbolic> arguments,
        List<SymbolicLayer> layers) {
    SymbolicPart {
        layers = List.copyOf(layers);
    }

    boolean isHead() {
        return part.kind() == Definition.PartKind.HEAD;
    }

    boolean isStage() {
        return part.kind() == Definition.PartKind.STAGE;
    }
}
