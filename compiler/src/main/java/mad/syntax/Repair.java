package mad.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mad.grammar.MadParser;
import mad.grammar.MadParser.ItemContext;
import org.antlr.v4.runtime.RuleContext;

/**
 * Reads the tokens of an item, mending them where they do not fit. Each likely edit at such a place is tried, and the one with which the
 * grammar gets furthest tells what was wrong; so messages name the mistake rather than the token that gave it away, and every tree is whole.
 */
final class Repair {
    /** How many tokens after a mistake decide what it was. */
    private static final int WINDOW = 12;

    private static final int MOST_MENDS = 30;

    private final SyntaxMessages messages;
    private final Effort effort;
    private final Set<Integer> quietLines;
    private List<Lexeme> tokens;

    /** Just after the last edit; an error there is its consequence. */
    private int mended = -1;

    Repair(List<Lexeme> tokens, Set<Integer> quietLines, SyntaxMessages messages, Effort effort) {
        this.tokens = tokens;
        this.quietLines = new HashSet<>(quietLines);
        this.messages = messages;
        this.effort = effort;
    }

    /** The tree, or nothing where the item cannot be mended; then that has been reported. */
    Optional<ItemContext> read() {
        for (int mends = 0; ; mends++) {
            switch (ItemParser.read(tokens)) {
                case Attempt.Read read -> {
                    return Optional.of(read.tree());
                }
                case Attempt.TooDeep deep -> {
                    messages.tooDeep(tokens.get(Math.min(deep.at(), tokens.size() - 1)));
                    return Optional.empty();
                }
                case Attempt.Stuck stuck -> {
                    effort.spend(stuck.at());
                    Optional<Mend> mend = mends < MOST_MENDS ? best(stuck) : Optional.empty();
                    if (!isConsequence(stuck)) {
                        new Report(messages, tokens, stuck).say(mend);
                    }
                    if (mend.isEmpty()) {
                        return Optional.empty();
                    }
                    tokens = mend.get().apply(tokens, tokens.size());
                    mended = mend.get().at() + mend.get().inserted().size();
                }
            }
        }
    }

    private boolean isConsequence(Attempt.Stuck stuck) {
        Lexeme met = tokens.get(Math.min(stuck.at(), tokens.size() - 1));
        Lexeme before = tokens.get(Math.max(0, stuck.at() - 1));
        return mended >= 0 && stuck.at() - mended <= 1
                || quietLines.contains(met.getLine())
                || quietLines.contains(before.getLine());
    }

    private Optional<Mend> best(Attempt.Stuck stuck) {
        Mend best = null;
        double most = 0;
        boolean complete = isCompleteBefore(stuck);
        for (Mend mend : Candidates.of(tokens, stuck.at())) {
            if (complete && mend.reason() instanceof Mend.Reason.TooMuch) {
                continue;
            }
            double worth = Math.min(reach(mend, stuck) - stuck.at(), WINDOW) - mend.cost();
            if (worth > most) {
                best = mend;
                most = worth;
            }
        }
        return best != null ? Optional.of(best) : cut(stuck);
    }

    /** What follows a complete item on a line of its own is no part of it, and must not be made one by leaving out a token. */
    private boolean isCompleteBefore(Attempt.Stuck stuck) {
        return stuck.context().getRuleIndex() == MadParser.RULE_item
                && stuck.at() > 0
                && stuck.at() < tokens.size()
                && tokens.get(stuck.at()).isFirstOnLine()
                && !Brackets.isCloser(tokens.get(stuck.at()));
    }

    private Optional<Mend> cut(Attempt.Stuck stuck) {
        return Cuts.of(tokens, stuck).stream()
                .filter(cut -> reach(cut, stuck) > cut.at() + cut.removed())
                .findFirst();
    }

    /** How far the grammar gets with {@code mend}, in tokens before the edit; past the window all is far. */
    private int reach(Mend mend, Attempt.Stuck stuck) {
        if (effort.isSpent()) {
            return 0;
        }
        int limit = Math.max(stuck.at(), mend.at() + mend.removed()) + WINDOW;
        List<Lexeme> edited = mend.apply(tokens, limit);
        effort.spend(stuck.at());
        if (edited.isEmpty()) {
            return 0;
        }
        return switch (ItemParser.read(edited)) {
            case Attempt.TooDeep deep -> 0;
            case Attempt.Read read -> isAsMeant(mend) ? limit : 0;
            case Attempt.Stuck again when !isAsMeant(mend) -> 0;
            case Attempt.Stuck again when again.at() >= edited.size() && stuck.at() >= tokens.size() -> limit - WINDOW + 2;
            case Attempt.Stuck again -> mend.before(again.at());
        };
    }

    /** Whether an inserted word was read as the keyword that it is to be: not as a name, nor as an operator. */
    private static boolean isAsMeant(Mend mend) {
        for (Lexeme inserted : mend.inserted()) {
            RuleContext place = inserted.place();
            if (place != null && Words.KEYWORDS.contains(inserted.getType()) && inserted.isInserted()) {
                int rule = place.getRuleIndex();
                return rule != MadParser.RULE_name
                        && rule != MadParser.RULE_primary
                        && rule != MadParser.RULE_fieldName
                        && rule != MadParser.RULE_multiplicative;
            }
        }
        return true;
    }
}
