package mad.editor;

import java.util.List;
import java.util.Optional;
import mad.query.Report;
import mad.source.Span;

/** What is known of designs from solving and evaluating them: the last answer of each, and whether it belongs to the text as it is. */
public record Results(List<Known> known) {
    public static final Results NONE = new Results(List.of());

    public Results {
        known = List.copyOf(known);
    }

    /**
     * @param file the file of the design
     * @param current whether the answer belongs to the current text
     */
    public record Known(String file, String design, Report report, boolean current) {}

    /** A part of a network, in the design that it was chosen for. */
    public record Placed(Known known, Report.Row row) {}

    public Optional<Known> of(String file, String design) {
        return known.stream()
                .filter(k -> k.file().equals(file) && k.design().equals(design))
                .findFirst();
    }

    /** What became of the stem, stage or head that is written at {@code part}. */
    List<Placed> at(Span part) {
        return known.stream()
                .flatMap(k -> k.report().stages().stream()
                        .filter(row -> within(row.span(), part))
                        .map(row -> new Placed(k, row)))
                .toList();
    }

    /** The parts that are made of a block. */
    List<Placed> of(String block) {
        return known.stream()
                .flatMap(k -> k.report().stages().stream()
                        .filter(row -> row.block().equals(block))
                        .map(row -> new Placed(k, row)))
                .toList();
    }

    private static boolean within(Span label, Span part) {
        return label.file().equals(part.file()) && part.start() <= label.start() && label.end() <= part.end();
    }
}
