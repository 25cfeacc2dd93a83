package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mad.ast.Item;
import mad.ast.Path;
import mad.ast.Statement;
import mad.ast.TypeRef;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Diagnostic.Fix;
import mad.model.Primitive;
import mad.source.Span;

/** Fixes of spaces, blocks and designs: what is missing is put in. */
record NetworkFixes(Cursor cursor, Diagnostic said) {
    /** The arguments that have no default, with values to begin with. */
    List<Fix> argument() {
        for (Node node : Node.path(cursor).reversed()) {
            switch (node.syntax()) {
                case Statement.Apply apply -> {
                    return arguments(apply.path(), apply.args());
                }
                case Item.Use use -> {
                    return arguments(use.path(), use.args());
                }
                case mad.ast.Expr.Call call -> {
                    Path path = new Path(
                            List.of(new mad.ast.Name(
                                    cursor.snapshot().text(call.target().span()),
                                    call.target().span())),
                            call.target().span());
                    return arguments(path, call.args());
                }
                default -> {}
            }
        }
        return List.of();
    }

    private List<Fix> arguments(Path callee, List<Item.Arg> given) {
        Set<String> named = given.stream()
                .filter(a -> a.name() != null)
                .map(a -> java.util.Objects.requireNonNull(a.name()).text())
                .collect(Collectors.toSet());
        long positional = given.stream().filter(a -> a.name() == null).count();
        List<String> missing = new ArrayList<>();
        List<String> names = new ArrayList<>();
        required(callee.text(), names, missing);
        missing.removeIf(m -> {
            String name = m.substring(0, m.indexOf(':'));
            return named.contains(name) || names.indexOf(name) < positional;
        });
        if (missing.isEmpty()) {
            return List.of();
        }
        String text = String.join(", ", missing);
        int end = callee.span().end();
        boolean open = end < cursor.text().length() && cursor.text().charAt(end) == '(';
        Span at = given.isEmpty()
                ? new Span(cursor.file(), open ? end + 1 : end, open ? end + 1 : end)
                : given.getLast().span().after();
        return MoreFixes.one("Add `" + text + "`", at, given.isEmpty() ? open ? text : "(" + text + ")" : ", " + text);
    }

    /** The names of all parameters, and those without a default as arguments. */
    private void required(String callee, List<String> names, List<String> missing) {
        Visible.Thing thing = Visible.in(cursor.snapshot(), cursor.file()).find(callee);
        if (thing != null) {
            for (Item.Param param : Signatures.parameters(cursor.snapshot(), thing.declared())) {
                names.add(param.name().text());
                if (param.fallback() == null) {
                    missing.add(param.name().text() + ": " + value(param.type()));
                }
            }
            return;
        }
        for (Primitive.Slot slot :
                Primitive.byName(callee).map(Primitive::parameters).orElse(List.of())) {
            names.add(slot.name());
            if (slot.fallback() == null) {
                missing.add(slot.name() + ": 8");
            }
        }
    }

    private static String value(TypeRef type) {
        String name = type instanceof TypeRef.Named named ? named.name() : "";
        return switch (name) {
            case "channels" -> "8";
            case "bool" -> "true";
            case "text" -> "\"\"";
            case "bytes" -> "1 B";
            case "time" -> "1 s";
            case "energy" -> "1 J";
            case "list" -> "[]";
            default -> "1";
        };
    }

    /** A join gets the branches that it lacks, which are the identity; a layer without branches loses them. */
    List<Fix> branch() {
        for (Node node : Node.path(cursor).reversed()) {
            if (node.syntax() instanceof Statement.Apply apply) {
                int wanted = Primitive.byName(apply.path().text())
                        .map(Primitive::minBranches)
                        .orElse(0);
                int lacking = wanted - apply.branches().size();
                if (lacking > 0) {
                    return MoreFixes.one("Add a branch", apply.span().after(), " { }".repeat(lacking));
                }
                if (wanted == 0 && !apply.branches().isEmpty()) {
                    Span first = apply.branches().getFirst().span();
                    Span last = apply.branches().getLast().span();
                    return MoreFixes.one("Remove the braces", first.to(last), "");
                }
                return List.of();
            }
        }
        return List.of();
    }

    List<Fix> input() {
        return afterBrace("Add an input", "\n  input image(channels: 3, size: 224)");
    }

    private List<Fix> afterBrace(String title, String text) {
        return cursor.item()
                .map(item -> {
                    int brace = cursor.text()
                            .indexOf(
                                    '{', Math.max(said.span().end(), item.span().start()));
                    return brace < 0 || brace > item.span().end()
                            ? List.<Fix>of()
                            : MoreFixes.one(title, new Span(cursor.file(), brace + 1, brace + 1), text);
                })
                .orElse(List.of());
    }

    List<Fix> part() {
        return beforeBrace("Add a stage", "  stage conv(8, kernel: 3)\n");
    }

    List<Fix> objective() {
        return beforeBrace("Maximise the channels", " maximize sum(stages.out) ");
    }

    private List<Fix> beforeBrace(String title, String text) {
        return cursor.item()
                .filter(item -> cursor.snapshot().text(item.span()).endsWith("}"))
                .map(item -> {
                    int brace = item.span().end() - 1;
                    return MoreFixes.one(title, new Span(cursor.file(), brace, brace), text);
                })
                .orElse(List.of());
    }
}
