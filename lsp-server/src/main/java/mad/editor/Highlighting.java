package mad.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mad.model.Primitive;
import mad.query.Snapshot;
import mad.semantic.Reference;
import mad.source.Span;
import mad.syntax.Token;

/** Colours by meaning: what each token of a file is. */
public final class Highlighting {
    private Highlighting() {}

    /** What a token is; the order is that of the legend. */
    public enum Kind {
        KEYWORD,
        COMMENT,
        STRING,
        NUMBER,
        OPERATOR,
        NAMESPACE,
        FUNCTION,
        METHOD,
        CLASS,
        TYPE,
        STRUCT,
        VARIABLE,
        PARAMETER,
        PROPERTY,
        ENUM_MEMBER
    }

    /** How a name is used. */
    public enum Trait {
        DECLARATION,
        READONLY,
        DEFAULT_LIBRARY,
        DOCUMENTATION
    }

    public record Colour(int start, int end, Kind kind, Set<Trait> traits) {
        public Colour {
            traits = Set.copyOf(traits);
        }
    }

    public static List<Colour> of(Snapshot snapshot, String file) {
        String text = snapshot.source(file).map(s -> s.text()).orElse("");
        Map<Integer, Span> meant = new HashMap<>();
        Map<Integer, Span> own = new HashMap<>();
        for (Reference reference : snapshot.module(file).references()) {
            meant.merge(
                    reference.use().start(),
                    reference.declared(),
                    (a, b) -> a.file().equals(file) ? b : a);
        }
        Map<Span, Declaration> declared = new HashMap<>();
        for (Declaration d : Names.declarations(snapshot, file)) {
            declared.put(d.name().span(), d);
            own.put(d.name().span().start(), d.name().span());
        }
        List<Colour> colours = new ArrayList<>();
        Kinds kinds = new Kinds(snapshot, declared, new HashMap<>());
        for (Token token : snapshot.parsed(file).tokens()) {
            Span declares = own.get(token.start());
            Span target = declares != null ? declares : meant.get(token.start());
            Kind kind = kind(token, text.substring(token.start(), token.end()), target, kinds);
            if (kind != null) {
                colours.add(new Colour(token.start(), token.end(), kind, traits(token, target, declares != null)));
            }
        }
        return colours;
    }

    private static Set<Trait> traits(Token token, @org.jspecify.annotations.Nullable Span target, boolean declares) {
        Set<Trait> traits = new HashSet<>();
        if (declares) {
            traits.add(Trait.DECLARATION);
        }
        if (target != null && Names.isStandard(target)) {
            traits.add(Trait.DEFAULT_LIBRARY);
        }
        if (token.kind() == Token.Kind.DOCUMENTATION) {
            traits.add(Trait.DOCUMENTATION);
        }
        return traits;
    }

    private static @org.jspecify.annotations.Nullable Kind kind(
            Token token, String text, @org.jspecify.annotations.Nullable Span target, Kinds kinds) {
        return switch (token.kind()) {
            case KEYWORD -> target == null ? Kind.KEYWORD : kinds.of(target);
            case NAME ->
                target != null ? kinds.of(target) : Primitive.byName(text).isPresent() ? Kind.FUNCTION : Kind.PROPERTY;
            case NUMBER -> Kind.NUMBER;
            case UNIT -> Kind.TYPE;
            case TEXT -> Kind.STRING;
            case OPERATOR -> Kind.OPERATOR;
            case COMMENT, DOCUMENTATION -> Kind.COMMENT;
            case BRACKET, JUNK -> null;
        };
    }

    /** What declarations are, of this file and of others. */
    private record Kinds(Snapshot snapshot, Map<Span, Declaration> own, Map<String, Map<Span, Declaration>> others) {
        Kind of(Span declared) {
            if (declared.end() == 0) {
                return Kind.NAMESPACE;
            }
            Declaration found = own.get(declared);
            if (found == null) {
                Map<Span, Declaration> there = others.get(declared.file());
                if (there == null) {
                    there = new HashMap<>();
                    for (Declaration d : Names.declarations(snapshot, declared.file())) {
                        there.put(d.name().span(), d);
                    }
                    others.put(declared.file(), there);
                }
                found = there.get(declared);
            }
            return found == null ? Kind.VARIABLE : of(found.kind());
        }

        private static Kind of(Declaration.Kind kind) {
            return switch (kind) {
                case FUNCTION -> Kind.FUNCTION;
                case METRIC -> Kind.METHOD;
                case BLOCK -> Kind.CLASS;
                case SPACE, DESIGN, SWEEP, FRONTIER -> Kind.STRUCT;
                case BUDGET, TABLE -> Kind.TYPE;
                case PARAMETER -> Kind.PARAMETER;
                case CONSTANT, LOCAL, DECISION, ELEMENT, BROKEN -> Kind.VARIABLE;
                case STEM, STAGE, HEAD -> Kind.ENUM_MEMBER;
                case ALIAS -> Kind.NAMESPACE;
            };
        }
    }
}
