package mad.syntax;

import java.util.List;
import java.util.Optional;
import mad.diagnostic.Diagnostic;
import mad.grammar.MadLexer;
import mad.grammar.MadParser;

/** Says what a mend tells about the mistake that it removes. */
final class Report {
    private final SyntaxMessages messages;
    private final List<Lexeme> tokens;
    private final Attempt.Stuck stuck;

    Report(SyntaxMessages messages, List<Lexeme> tokens, Attempt.Stuck stuck) {
        this.messages = messages;
        this.tokens = tokens;
        this.stuck = stuck;
    }

    void say(Optional<Mend> mend) {
        messages.report(mend.map(this::of).orElseGet(this::unreadable));
    }

    private Diagnostic of(Mend mend) {
        return switch (mend.reason()) {
            case Mend.Reason.LeftOut left -> leftOut(mend);
            case Mend.Reason.TooMuch much -> tooMuch(tokens.subList(mend.at(), mend.at() + mend.removed()));
            case Mend.Reason.Misspelt misspelt -> messages.misspelt(misspelt.token(), misspelt.word());
            case Mend.Reason.OtherSign other -> messages.otherSignMeant(other.token(), other.sign());
            case Mend.Reason.UnknownUnit unit -> messages.unknownUnit(unit.token());
            case Mend.Reason.WordAsName word -> messages.wordAsName(word.token());
            case Mend.Reason.Unreadable unreadable -> unreadable();
        };
    }

    private Diagnostic leftOut(Mend mend) {
        Lexeme missing = mend.inserted().getFirst();
        Lexeme previous = tokens.get(Math.max(0, mend.at() - 1));
        Optional<Lexeme> next = mend.at() < tokens.size() ? Optional.of(tokens.get(mend.at())) : Optional.empty();
        return switch (missing.getType()) {
            case MadLexer.ID -> messages.missing(previous, Expected.name(missing.place()), next);
            case MadLexer.STRING -> messages.missing(previous, "a file name in quotes", next);
            default -> {
                int opener = Brackets.opener(tokens, mend.at(), missing.getType());
                yield opener >= 0
                        ? messages.unclosed(tokens.get(opener), previous, missing.getText())
                        : next.filter(n -> startsSomething(n, missing)).isPresent()
                                ? messages.missingFirst(next.get(), missing.getText())
                                : messages.missingSign(previous, missing.getText(), next);
            }
        };
    }

    private static boolean startsSomething(Lexeme next, Lexeme missing) {
        return next.isFirstOnLine() && Words.KEYWORDS.contains(missing.getType());
    }

    private Diagnostic tooMuch(List<Lexeme> removed) {
        Lexeme first = removed.getFirst();
        boolean stray = removed.size() == 1
                && Brackets.isCloser(first)
                && Brackets.opener(tokens, stuck.at(), first.getType()) < 0;
        return stray ? messages.surplus(first) : messages.unexpected(removed, expected());
    }

    private Diagnostic unreadable() {
        if (stuck.at() >= tokens.size()) {
            return messages.ended(tokens.getLast(), expected());
        }
        Lexeme met = tokens.get(stuck.at());
        boolean stray = Brackets.isCloser(met) && Brackets.opener(tokens, stuck.at(), met.getType()) < 0;
        return stray ? messages.surplus(met) : messages.unreadable(met, expected());
    }

    private String expected() {
        boolean complete = stuck.context().getRuleIndex() == MadParser.RULE_item && stuck.at() > 0;
        return complete ? "the end of the `" + tokens.getFirst().getText() + "`" : Expected.at(stuck.context());
    }
}
