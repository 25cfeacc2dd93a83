package mad.semantic;

import java.util.Collection;
import java.util.List;
import mad.ast.Item;
import mad.ast.Name;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;
import mad.source.Span;

/** What is said about names and imports. */
final class NameMessages {
    private NameMessages() {}

    static Diagnostic unknown(String name, Span at, Collection<String> known) {
        return suggest(Diagnostic.of(Code.UNKNOWN_NAME, at, "`" + name + "` is not defined here"), at, name, known);
    }

    static Diagnostic importIt(String name, Span at, List<String> modules) {
        return Diagnostic.of(
                Code.UNKNOWN_NAME,
                at,
                "`" + name + "` is not defined here, but `" + String.join("`, `", modules)
                        + "` " + (modules.size() == 1 ? "defines" : "define") + " it: write `import "
                        + modules.getFirst() + " { " + name + " }`.");
    }

    static Diagnostic unknownField(String name, Span at, String owner, Collection<String> known) {
        String message = capital(owner) + " has no attribute `" + name + "`";
        return suggest(Diagnostic.of(Code.UNKNOWN_FIELD, at, message), at, name, known);
    }

    static Diagnostic missingInStage(String name, Span at, String stage, Span stageSpan) {
        String message = "Not every stage has `" + name + "`: the block of `" + stage + "` has no such parameter";
        return Diagnostic.of(Code.UNKNOWN_FIELD, at, message + ".").note(stageSpan, "this stage");
    }

    static Diagnostic unknownModule(Item.Target target, List<String> similar) {
        String what = target.isFile() ? "There is no file `" : "There is no module `";
        Diagnostic diagnostic =
                Diagnostic.of(Code.UNKNOWN_MODULE, target.span(), what + target.text() + "`." + didYouMean(similar));
        for (String s : similar) {
            diagnostic = diagnostic.fix("Import `" + s + "`", target.span(), target.isFile() ? "\"" + s + "\"" : s);
        }
        return diagnostic;
    }

    static Diagnostic outside(Item.Target target) {
        return Diagnostic.of(
                Code.IMPORT_OUTSIDE,
                target.span(),
                "`" + target.text()
                        + "` lies outside the project; a file may import only from the folder of the main file and below"
                        + " (`--root` names a larger one).");
    }

    static Diagnostic unknownExport(Name name, Item.Target target, Collection<String> known) {
        String message = "`" + target.text() + "` does not define `" + name.text() + "`";
        return suggest(Diagnostic.of(Code.UNKNOWN_EXPORT, name.span(), message), name.span(), name.text(), known);
    }

    static Diagnostic duplicate(String name, Span at, Span earlier) {
        return Diagnostic.of(Code.DUPLICATE_NAME, at, "`" + name + "` is already defined in this file.")
                .note(earlier, "the first definition");
    }

    static Diagnostic duplicateIn(String owner, String name, Span at, Span earlier) {
        return Diagnostic.of(Code.DUPLICATE_NAME, at, "`" + name + "` is already defined in this " + owner + ".")
                .note(earlier, "the first definition");
    }

    static Diagnostic cycle(Span at, List<String> chain) {
        return Diagnostic.of(
                Code.IMPORT_CYCLE,
                at,
                chain.size() == 2
                        ? "`" + chain.getFirst() + "` imports itself; its names are known in it without an import."
                        : "These modules import each other in a circle: " + String.join(" → ", chain)
                                + ". Move what they share into a module of its own.");
    }

    /** @param circle the names that lead from {@code name} back to it, both ends included */
    static Diagnostic recursion(String name, Span at, Span declared, List<String> circle) {
        String way = circle.size() > 2 ? " (" + String.join(" → ", circle) + ")" : "";
        return Diagnostic.of(
                        Code.RECURSION,
                        at,
                        "`" + name + "` is defined by itself" + way
                                + "; every definition must end without its own help.")
                .note(declared, "`" + name + "` is defined here");
    }

    static Diagnostic tooLongAChain(Span at, int most) {
        return Diagnostic.of(
                Code.TOO_DEEP,
                at,
                "Behind this name stand more than " + most
                        + " definitions that use one another; shorten the chain, for instance with a list.");
    }

    static Diagnostic wrongKind(String name, Span at, String is, String wanted, Span declared) {
        return Diagnostic.of(
                        Code.WRONG_KIND_OF_NAME, at, "`" + name + "` is " + is + ", but " + wanted + " is needed here.")
                .note(declared, "`" + name + "` is defined here");
    }

    static Diagnostic noNetwork(String name, Span at) {
        return Diagnostic.of(
                Code.NO_NETWORK_HERE,
                at,
                "`" + name
                        + "` belongs to a network, and none is known here; ask for it in a metric, a `require`, a design or a check.");
    }

    static Diagnostic onlyInBlock(String name, Span at) {
        return Diagnostic.of(Code.NO_NETWORK_HERE, at, "`" + name + "` is known only inside a block.");
    }

    static Diagnostic onlyInCheck(String name, Span at) {
        return Diagnostic.of(
                Code.NO_NETWORK_HERE, at, "`" + name + "` is known only after solving: use it in a `check`.");
    }

    static Diagnostic needsParentheses(String name, Span at) {
        return Diagnostic.of(
                Code.WRONG_KIND_OF_NAME,
                at,
                "`" + name + "` is a function; write what it takes after it: `" + name + "(…)`.");
    }

    static Diagnostic needsParentheses(String name, Span at, Span declared) {
        return needsParentheses(name, at).note(declared, "`" + name + "` is defined here");
    }

    static Diagnostic secondGoal(Span at, Span earlier) {
        return Diagnostic.of(
                        Code.DUPLICATE_NAME,
                        at,
                        "A design has one goal, and this is the second; add the two up in one expression, each with its weight.")
                .note(earlier, "the first goal");
    }

    static Diagnostic secondInput(Span at, Span earlier) {
        return Diagnostic.of(Code.DUPLICATE_NAME, at, "A space has one input, and this is the second.")
                .note(earlier, "the first input");
    }

    static Diagnostic unknownInput(Name kind, List<String> kinds) {
        String message = "There is no input `" + kind.text() + "`; the kinds are " + String.join(", ", kinds);
        return suggest(Diagnostic.of(Code.UNKNOWN_NAME, kind.span(), message), kind.span(), kind.text(), kinds);
    }

    static Diagnostic definedBelow(String name, Span at, Span declared) {
        return Diagnostic.of(
                        Code.UNKNOWN_NAME,
                        at,
                        "`" + name + "` is not defined yet; inside braces a name is known below its definition only.")
                .note(declared, "`" + name + "` is defined here");
    }

    static Diagnostic unknownInModule(Name name, String module, Collection<String> known) {
        String message = "The module `" + module + "` does not define `" + name.text() + "`";
        return suggest(Diagnostic.of(Code.UNKNOWN_EXPORT, name.span(), message), name.span(), name.text(), known);
    }

    static Diagnostic useInside(String name, Span at, Span is) {
        return Diagnostic.of(
                        Code.WRONG_KIND_OF_NAME,
                        at,
                        "`" + name + "` is a block, and `is` asks for a primitive layer; for blocks write `inside`.")
                .fix("Write `inside`", is, "inside");
    }

    static Diagnostic unknownPrimitive(String name, Span at) {
        List<String> known = new java.util.ArrayList<>();
        for (mad.model.Primitive p : mad.model.Primitive.values()) {
            known.add(p.text());
            known.add(p.family());
        }
        String message = "`" + name + "` is neither a primitive layer nor a family of them";
        return suggest(Diagnostic.of(Code.UNKNOWN_NAME, at, message), at, name, known);
    }

    static Diagnostic unknownLayer(String name, Span at, Collection<String> local) {
        List<String> known = new java.util.ArrayList<>(local);
        for (mad.model.Primitive p : mad.model.Primitive.values()) {
            known.add(p.text());
        }
        String message = "`" + name + "` is neither a primitive layer nor a block known here";
        return suggest(Diagnostic.of(Code.UNKNOWN_NAME, at, message), at, name, known);
    }

    static Diagnostic unusedImport(String name, Span at) {
        return Diagnostic.of(Code.UNUSED_IMPORT, at, "`" + name + "` is imported but never used.");
    }

    private static Diagnostic suggest(Diagnostic base, Span at, String name, Collection<String> known) {
        List<String> similar = Spelling.similar(name, known);
        Diagnostic said = new Diagnostic(
                base.code(), base.span(), base.message() + "." + didYouMean(similar), base.notes(), base.fixes());
        for (String s : similar) {
            said = said.fix("Change to `" + s + "`", at, s);
        }
        return said;
    }

    private static String didYouMean(List<String> similar) {
        return similar.isEmpty() ? "" : " Did you mean `" + String.join("` or `", similar) + "`?";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
