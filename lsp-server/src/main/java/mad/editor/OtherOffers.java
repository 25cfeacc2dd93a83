package mad.editor;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import mad.model.Primitive;
import mad.syntax.Token;

/** Whatever else there is: a place that was misjudged is then a matter of rank. */
record OtherOffers(Context context, Proposals proposals, NameOffers names) {
    void all() {
        new Locals(context, proposals).offer(Rank.POSSIBLE);
        names.visible()
                .things()
                .values()
                .forEach(
                        t -> proposals.thing(NameOffers.VALUES.contains(t.kind()) ? Rank.POSSIBLE : Rank.ELSEWHERE, t));
        proposals.words(Rank.POSSIBLE, Completion.Kind.FUNCTION, Vocabulary.builtins());
        proposals.words(
                Rank.POSSIBLE + 1,
                Completion.Kind.KEYWORD,
                "if",
                "then",
                "else",
                "for",
                "in",
                "where",
                "and",
                "or",
                "not",
                "is",
                "inside",
                "upto",
                "step",
                "of",
                "true",
                "false",
                "weight",
                "x",
                "when",
                "as",
                "extends",
                "from",
                "key",
                "value",
                "points",
                "once");
        proposals.words(Rank.ELSEWHERE, Completion.Kind.KEYWORD, Vocabulary.keywords());
        proposals.words(Rank.ELSEWHERE, Completion.Kind.TYPE, Vocabulary.types());
        for (Primitive primitive : Primitive.values()) {
            proposals.add(Rank.ELSEWHERE, Completion.Kind.LAYER, primitive.text(), Signatures.of(primitive), "");
        }
        names.elsewhere(Rank.ANYTHING - 1, EnumSet.allOf(Declaration.Kind.class));
        words();
    }

    /** Every word of the file, the frequent ones first. */
    void words() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Token token : context.cursor().tokens()) {
            boolean here = token.start() <= context.cursor().offset() && context.from() <= token.end();
            if (token.kind() == Token.Kind.NAME && !here) {
                counts.merge(context.text(token), 1, Integer::sum);
            }
        }
        counts.forEach((word, count) ->
                proposals.add(Rank.ANYTHING + Math.max(0, 5 - count), Completion.Kind.WORD, word, "", ""));
        proposals.words(Rank.ANYTHING + 6, Completion.Kind.FIELD, Vocabulary.attributes());
        for (Primitive primitive : Primitive.values()) {
            primitive
                    .parameters()
                    .forEach(p -> proposals.add(Rank.ANYTHING + 6, Completion.Kind.PARAMETER, p.name(), "", ""));
        }
    }
}
