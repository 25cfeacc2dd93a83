package mad.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A maximal run of neighbouring stems and stages that leave feature maps of one size.
 *
 * @param index from 1
 */
public record Level(int index, List<PlacedPart> parts) {
    public Level {
        parts = List.copyOf(parts);
    }

    public Shape out() {
        return parts.getLast().out();
    }

    /** Repetitions of all its parts together. */
    public long depth() {
        return parts.stream().mapToLong(PlacedPart::depth).sum();
    }

    static List<Level> of(List<PlacedPart> parts) {
        List<List<PlacedPart>> runs = new ArrayList<>();
        PlacedPart before = null;
        for (PlacedPart part : parts) {
            if (!part.isHead()) {
                if (before == null || before.isHead() || !before.out().sameSize(part.out())) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(part);
            }
            before = part;
        }
        List<Level> levels = new ArrayList<>();
        for (List<PlacedPart> run : runs) {
            levels.add(new Level(levels.size() + 1, run));
        }
        return List.copyOf(levels);
    }
}
