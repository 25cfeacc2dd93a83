package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mad.ast.Item;
import mad.model.Primitive;
import mad.syntax.Token;

/** The call around the cursor: its parameters, and which of them is being written. */
public final class Calls {
    private Calls() {}

    public record Parameter(String label, String doc) {}

    /** @param active the index of the parameter under the cursor, or -1 */
    public record Signature(String label, String doc, List<Parameter> parameters, int active) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    public static Optional<Signature> at(Cursor cursor) {
        Context context = Context.of(cursor);
        int open = context.opening();
        while (open >= 0 && !context.text(context.before().get(open)).equals("(")) {
            open = context.opening(open);
        }
        if (open < 1 || context.declares(open)) {
            return Optional.empty();
        }
        String path = context.path(open);
        List<Parameter> parameters = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String doc = "";
        Visible.Thing thing = Visible.in(cursor.snapshot(), cursor.file()).find(path);
        if (thing != null && !thing.declared().file().isEmpty()) {
            doc = thing.doc();
            for (Item.Param param : Signatures.parameters(cursor.snapshot(), thing.declared())) {
                parameters.add(new Parameter(Signatures.of(cursor.snapshot(), param), param.doc()));
                names.add(param.name().text());
            }
        } else {
            for (Primitive.Slot slot :
                    Primitive.byName(path).map(Primitive::parameters).orElse(List.of())) {
                parameters.add(new Parameter(Signatures.of(slot), ""));
                names.add(slot.name());
            }
        }
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        String label = path + "("
                + String.join(", ", parameters.stream().map(Parameter::label).toList()) + ")";
        return Optional.of(new Signature(label, doc, parameters, active(context, open, names)));
    }

    private static int active(Context context, int open, List<String> names) {
        int position = 0;
        int depth = 0;
        int start = open + 1;
        for (int i = open + 1; i < context.before().size(); i++) {
            Token token = context.before().get(i);
            String text = context.text(token);
            if (token.kind() == Token.Kind.BRACKET) {
                depth += "([{".contains(text) ? 1 : -1;
            } else if (depth == 0 && text.equals(",")) {
                position++;
                start = i + 1;
            }
        }
        boolean named = start + 1 < context.before().size()
                && context.text(context.before().get(start + 1)).equals(":");
        int index = named ? names.indexOf(context.text(context.before().get(start))) : position;
        return index < names.size() ? index : -1;
    }
}
