package mad.editor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mad.model.Primitive;
import mad.query.StandardLibrary;

/** Names of one kind: blocks and layers, parts, items of this file and of modules. */
record NameOffers(Context context, Proposals proposals, Visible visible) {
    static final Set<Declaration.Kind> VALUES = EnumSet.of(
            Declaration.Kind.CONSTANT,
            Declaration.Kind.FUNCTION,
            Declaration.Kind.METRIC,
            Declaration.Kind.BUDGET,
            Declaration.Kind.TABLE,
            Declaration.Kind.ALIAS);

    /** What may stand where a value is wanted. */
    void values(int rank) {
        new Locals(context, proposals).offer(rank);
        visible.things().values().stream()
                .filter(t -> VALUES.contains(t.kind()) && t.kind() != Declaration.Kind.BUDGET)
                .forEach(t -> proposals.thing(rank + (t.kind() == Declaration.Kind.METRIC ? 2 : 3), t));
        proposals.words(rank + 4, Completion.Kind.FUNCTION, Vocabulary.builtins(context.item()));
        proposals.words(rank + 5, Completion.Kind.KEYWORD, "if", "for", "not", "true", "false");
    }

    void kinds() {
        for (Primitive primitive : Primitive.values()) {
            proposals.add(Rank.FIRST, Completion.Kind.LAYER, primitive.text(), "layer", "");
            proposals.add(Rank.FIRST, Completion.Kind.LAYER, primitive.family(), "family", "");
        }
    }

    void layers(int rank) {
        things(rank, EnumSet.of(Declaration.Kind.BLOCK));
        for (Primitive primitive : Primitive.values()) {
            proposals.add(rank, Completion.Kind.LAYER, primitive.text(), Signatures.of(primitive), "");
        }
        elsewhere(rank + 5, EnumSet.of(Declaration.Kind.BLOCK));
    }

    void labels(int rank) {
        Names.declarations(context.cursor().snapshot(), context.cursor().file()).stream()
                .filter(d -> EnumSet.of(Declaration.Kind.STEM, Declaration.Kind.STAGE, Declaration.Kind.HEAD)
                        .contains(d.kind()))
                .forEach(d -> proposals.add(
                        rank,
                        Completion.Kind.VARIABLE,
                        d.name().text(),
                        d.kind().text(),
                        ""));
    }

    void things(int rank, Set<Declaration.Kind> kinds) {
        visible.things().values().stream()
                .filter(t -> kinds.contains(t.kind()) || t.kind() == Declaration.Kind.ALIAS)
                .forEach(t -> proposals.thing(t.kind() == Declaration.Kind.ALIAS ? rank + 1 : rank, t));
        if (!kinds.contains(Declaration.Kind.METRIC)) {
            elsewhere(rank + 5, kinds);
        }
    }

    /** Names of the standard library that are not imported yet: choosing one imports it. */
    void elsewhere(int rank, Set<Declaration.Kind> kinds) {
        if (!context.prefix().isEmpty()) {
            everywhere(rank, kinds);
        }
    }

    /** The same even before a letter is typed: for kinds of which there are few. */
    void everywhere(int rank, Set<Declaration.Kind> kinds) {
        for (String module : StandardLibrary.modules()) {
            for (Visible.Thing thing : Visible.exports(context.cursor().snapshot(), module)) {
                if (kinds.contains(thing.kind())
                        && begins(thing.name())
                        && !visible.things().containsKey(thing.name())) {
                    proposals.thing(
                            rank,
                            thing,
                            "from " + module,
                            List.of(Imports.add(context.cursor(), module, thing.name())));
                }
            }
        }
    }

    private boolean begins(String name) {
        return name.regionMatches(true, 0, context.prefix(), 0, context.prefix().length());
    }
}
