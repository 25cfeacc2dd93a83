package mad.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mad.source.SourceFile;

/**
 * Items as they were read last time, so that a keystroke costs the reading of one item. For one file and any number of threads; it keeps
 * what the last parse used and nothing else.
 */
public final class ItemCache {
    /** Of one file. A tree takes about a kilobyte for each token; what a larger file has more of is read again each time, which costs time but no memory. */
    private static final int MOST_TOKENS = 40_000;

    private record Key(String text, String doc, int column) {}

    /** What was read from {@code start}, and the item as it last stood, at {@code place}. */
    private record Entry(ReadItem item, int start, ReadItem.Placed placed, int place) {
        Entry at(String file, int offset) {
            return offset == place ? this : new Entry(item, start, item.at(file, offset - start), offset);
        }
    }

    private volatile Map<Key, Entry> last = Map.of();

    /** One parse: reads from the last generation and writes the next. */
    final class Generation {
        private final SourceFile source;
        private final Map<Key, Entry> next = new HashMap<>();
        private int kept;

        private Generation(SourceFile source) {
            this.source = source;
        }

        ReadItem.Placed read(List<Lexeme> tokens, Effort effort) {
            kept += tokens.size();
            if (kept > MOST_TOKENS) {
                return ReadItem.of(tokens, source.file(), effort).at(source.file(), 0);
            }
            Lexeme first = tokens.getFirst();
            String text =
                    source.text().substring(first.start(), tokens.getLast().end());
            Key key = new Key(text, first.doc(), first.column());
            Entry known = last.get(key);
            Entry entry = known == null ? entry(tokens, effort) : known.at(source.file(), first.start());
            if (!effort.isSpent()) {
                next.putIfAbsent(key, entry);
            }
            return entry.placed();
        }

        private Entry entry(List<Lexeme> tokens, Effort effort) {
            ReadItem item = ReadItem.of(tokens, source.file(), effort).detached();
            int start = tokens.getFirst().start();
            return new Entry(item, start, item.at(source.file(), 0), start);
        }

        void end() {
            last = Map.copyOf(next);
        }
    }

    Generation generation(SourceFile source) {
        return new Generation(source);
    }
}
