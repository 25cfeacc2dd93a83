package mad.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * An edit of an item's tokens that may mend it: {@code removed} tokens at index {@code at} give way to {@code inserted}.
 *
 * @param cost how unlikely it is that this was the mistake; weighed against how far the parser then gets
 */
record Mend(int at, int removed, List<Lexeme> inserted, double cost, Reason reason) {
    Mend {
        inserted = List.copyOf(inserted);
    }

    /** What was wrong, for the message. */
    sealed interface Reason {
        /** The one inserted token was left out. */
        record LeftOut() implements Reason {}

        /** The removed tokens are too many. */
        record TooMuch() implements Reason {}

        record Misspelt(Lexeme token, String word) implements Reason {}

        /** Another sign was meant: {@code =} for {@code :}. */
        record OtherSign(Lexeme token, String sign) implements Reason {}

        record UnknownUnit(Lexeme token) implements Reason {}

        /** A word of the language where a name belongs. */
        record WordAsName(Lexeme token) implements Reason {}

        /** No single mistake explains the removed tokens. */
        record Unreadable() implements Reason {}
    }

    static Mend insert(List<Lexeme> tokens, int at, int type, double cost) {
        Lexeme previous = tokens.get(Math.max(0, at - 1));
        Lexeme missing = at == 0
                ? Lexeme.missingBefore(type, Words.spelling(type), previous)
                : Lexeme.missing(type, Words.spelling(type), previous);
        return new Mend(at, 0, List.of(missing), cost, new Reason.LeftOut());
    }

    static Mend remove(int at, int count, double cost) {
        return new Mend(at, count, List.of(), cost, new Reason.TooMuch());
    }

    static Mend replace(List<Lexeme> tokens, int at, int type, double cost, Reason reason) {
        return new Mend(at, 1, List.of(tokens.get(at).as(type)), cost, reason);
    }

    /** The first {@code limit} tokens with this edit. */
    List<Lexeme> apply(List<Lexeme> tokens, int limit) {
        int end = Math.min(tokens.size(), limit);
        List<Lexeme> edited = new ArrayList<>(end + inserted.size());
        edited.addAll(tokens.subList(0, at));
        edited.addAll(inserted);
        edited.addAll(tokens.subList(Math.min(end, at + removed), end));
        return edited;
    }

    /** What index {@code edited} in the edited tokens was before the edit. */
    int before(int edited) {
        return edited < at + inserted.size() ? Math.min(edited, at) : edited - inserted.size() + removed;
    }
}
