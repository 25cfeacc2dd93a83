package mad.lsp.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mad.editor.Highlighting;
import mad.source.LineIndex;
import mad.source.Span;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Semantic tokens, and what has changed since they were last sent. */
final class Colours {
    private record Sent(String id, List<Integer> data) {}

    private final Map<String, Sent> last = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    SemanticTokens all(Translation translation, String file) {
        Sent sent = sent(file, data(translation, new Span(file, 0, Integer.MAX_VALUE)));
        return new SemanticTokens(sent.id(), sent.data());
    }

    SemanticTokens within(Translation translation, Span range) {
        return new SemanticTokens(data(translation, range));
    }

    Either<SemanticTokens, SemanticTokensDelta> since(Translation translation, String file, String previous) {
        Sent known = last.get(file);
        Sent next = sent(file, data(translation, new Span(file, 0, Integer.MAX_VALUE)));
        if (known == null || !known.id().equals(previous)) {
            return Either.forLeft(new SemanticTokens(next.id(), next.data()));
        }
        List<Integer> old = known.data();
        List<Integer> now = next.data();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int same = 0;
        while (same < old.size() - start
                && same < now.size() - start
                && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        boolean equal = start == old.size() && start == now.size();
        List<SemanticTokensEdit> edits = equal
                ? List.of()
                : List.of(new SemanticTokensEdit(
                        start, old.size() - same - start, List.copyOf(now.subList(start, now.size() - same))));
        return Either.forRight(new SemanticTokensDelta(edits, next.id()));
    }

    void forget(String file) {
        last.remove(file);
    }

    private Sent sent(String file, List<Integer> data) {
        Sent sent = new Sent(Long.toString(ids.incrementAndGet()), data);
        last.put(file, sent);
        return sent;
    }

    private static List<Integer> data(Translation translation, Span range) {
        List<Integer> data = new ArrayList<>();
        LineIndex lines = translation.state().snapshot().lines(range.file());
        int line = 0;
        int column = 0;
        for (Highlighting.Colour colour : Highlighting.of(translation.state().snapshot(), range.file())) {
            if (colour.end() < range.start() || colour.start() > range.end()) {
                continue;
            }
            LineIndex.Position at = lines.position(colour.start());
            data.add(at.line() - line);
            data.add(at.line() == line ? at.column() - column : at.column());
            data.add(colour.end() - colour.start());
            data.add(colour.kind().ordinal());
            data.add(colour.traits().stream().mapToInt(t -> 1 << t.ordinal()).sum());
            line = at.line();
            column = at.column();
        }
        return data;
    }
}
