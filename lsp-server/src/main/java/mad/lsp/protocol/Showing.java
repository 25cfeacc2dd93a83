package mad.lsp.protocol;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import mad.editor.Calls;
import mad.editor.Completion;
import mad.editor.Hints;
import mad.editor.Hover;
import mad.editor.Lenses;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Texts for people: hovers, signatures, proposals, hints, lenses. */
record Showing(Translation translation, Client client) {
    org.eclipse.lsp4j.@Nullable Hover hover(Hover.@Nullable Text text) {
        return text == null
                ? null
                : new org.eclipse.lsp4j.Hover(markup(text.markdown()), translation.range(text.span()));
    }

    MarkupContent markup(String markdown) {
        return client.markdown()
                ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
                : new MarkupContent(MarkupKind.PLAINTEXT, plain(markdown));
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("(?m)^```.*\\R?", "").replaceAll("[`*]", "").strip();
    }

    @Nullable
    SignatureHelp signature(Calls.@Nullable Signature call) {
        if (call == null) {
            return null;
        }
        List<ParameterInformation> parameters = call.parameters().stream()
                .map(p -> p.doc().isEmpty()
                        ? new ParameterInformation(p.label())
                        : new ParameterInformation(p.label(), markup(p.doc())))
                .toList();
        SignatureInformation information = new SignatureInformation(call.label(), markup(call.doc()), parameters);
        return new SignatureHelp(List.of(information), 0, call.active() < 0 ? null : call.active());
    }

    List<CompletionItem> proposals(List<Completion.Item> items, String uri, org.eclipse.lsp4j.Position at) {
        List<CompletionItem> all = new java.util.ArrayList<>();
        for (Completion.Item item : items) {
            if (!item.snippet() || client.snippets()) {
                all.add(proposal(item, all.size(), uri, at));
            }
        }
        return all;
    }

    private CompletionItem proposal(Completion.Item item, int index, String uri, org.eclipse.lsp4j.Position at) {
        CompletionItem proposal = new CompletionItem(item.label());
        proposal.setKind(kind(item.kind()));
        proposal.setSortText(String.format(Locale.ROOT, "%04d", index));
        proposal.setTextEdit(Either.forLeft(new TextEdit(translation.range(item.replaced()), item.insert())));
        if (item.snippet()) {
            proposal.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        if (!item.detail().isEmpty()) {
            proposal.setDetail(item.detail());
        }
        if (!item.also().isEmpty()) {
            proposal.setAdditionalTextEdits(translation.edits(item.also()));
        }
        if (!item.doc().isEmpty()) {
            com.google.gson.JsonObject data = new com.google.gson.JsonObject();
            data.add("uri", new JsonPrimitive(uri));
            data.add("line", new JsonPrimitive(at.getLine()));
            data.add("character", new JsonPrimitive(at.getCharacter()));
            proposal.setData(data);
        }
        return proposal;
    }

    private static CompletionItemKind kind(Completion.Kind kind) {
        return switch (kind) {
            case KEYWORD -> CompletionItemKind.Keyword;
            case BLOCK -> CompletionItemKind.Class;
            case LAYER, FUNCTION -> CompletionItemKind.Function;
            case SPACE, MODULE -> CompletionItemKind.Module;
            case BUDGET -> CompletionItemKind.Interface;
            case DESIGN -> CompletionItemKind.Struct;
            case METRIC -> CompletionItemKind.Method;
            case CONSTANT -> CompletionItemKind.Constant;
            case VARIABLE -> CompletionItemKind.Variable;
            case PARAMETER, FIELD -> CompletionItemKind.Field;
            case UNIT -> CompletionItemKind.Unit;
            case FILE -> CompletionItemKind.File;
            case TYPE -> CompletionItemKind.TypeParameter;
            case SNIPPET -> CompletionItemKind.Snippet;
            case WORD -> CompletionItemKind.Text;
        };
    }

    InlayHint hint(Hints.Hint hint, String file) {
        InlayHint shown = new InlayHint(translation.position(file, hint.offset()), Either.forLeft(hint.text()));
        shown.setPaddingLeft(true);
        shown.setTooltip(hint.tooltip());
        if (hint.kind() == Hints.Kind.VALUE) {
            shown.setKind(InlayHintKind.Parameter);
        }
        return shown;
    }

    CodeLens lens(Lenses.Lens lens, String uri) {
        String command = switch (lens.deed()) {
            case SOLVE -> Commands.SOLVE;
            case SHOW_PROGRAM -> Commands.PROGRAM;
            case RUN_CHECKS -> Commands.CHECK;
        };
        return new CodeLens(
                translation.range(lens.span()), new Command(lens.title(), command, List.of(uri, lens.design())), null);
    }
}
