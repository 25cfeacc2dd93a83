package mad.lower;

import java.util.List;

/** Neighbouring stems and stages that leave feature maps of one size. */
record SymbolicLevel(int index, List<SymbolicPart> parts) {
    SymbolicLevel {
        parts = List.copyOf(parts);
    }

    Extent out() {
        return parts.getLast().out();
    }

    /** The position among all parts of its last one. */
    int end() {
        return parts.getLast().position();
    }
}
