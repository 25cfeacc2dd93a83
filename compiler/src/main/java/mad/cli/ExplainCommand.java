package mad.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mad.cli.render.MarkdownText;
import mad.cli.render.Screen;
import mad.cli.render.Tone;
import mad.diagnostic.Code;
import mad.query.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        header = "Explain a finding: what it means and how to mend it.",
        description = "Without a code, lists all of them.",
        footer = {"", "Examples:", "  mad explain MAD2001", "  mad explain 2001", "  mad explain | grep budget"})
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code that stands in the finding.")
    Optional<String> code = Optional.empty();

    @Mixin
    Appearance appearance = new Appearance();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        if (code.isEmpty()) {
            list(shown);
            return Exit.OK.code();
        }
        String id = code.get().matches("[0-9]+") ? "MAD" + code.get() : code.get();
        Code known =
                Code.byId(id).orElseThrow(() -> new Unusable("there is no code " + id + "; `mad explain` lists all"));
        String page = Explanation.page(known)
                .orElseGet(
                        () -> "# " + known.id() + ": " + known.title() + "\n\nThere is no page for this code yet.\n");
        shown.print(MarkdownText.lines(page, shown.outScreen()));
        return Exit.OK.code();
    }

    private static void list(Console shown) {
        Screen screen = shown.outScreen();
        char group = ' ';
        List<Code> codes = Arrays.stream(Code.values())
                .sorted(Comparator.comparing(Code::id))
                .toList();
        for (Code each : codes) {
            char next = each.id().charAt(3);
            if (next != group) {
                shown.print((group == ' ' ? "" : "\n") + screen.paint(Tone.QUIET, title(next)));
                group = next;
            }
            shown.print("  " + screen.paint(Tone.STRONG, each.id()) + "  " + each.title());
        }
    }

    private static String title(char group) {
        return switch (group) {
            case '1' -> "syntax";
            case '2' -> "names and imports";
            case '3' -> "types, units and arguments";
            case '4' -> "networks and domains";
            case '5' -> "solving";
            case '6' -> "checks";
            case '7' -> "style";
            default -> "other";
        };
    }
}
