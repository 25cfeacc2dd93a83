package mad.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mad.cli.render.DisplayWidth;
import mad.cli.render.Screen;
import mad.cli.render.Tone;
import mad.query.StandardLibrary;
import mad.query.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lib",
        header = "Read the standard library.",
        description =
                "Lists its modules, or prints one: blocks, spaces, budgets and metrics are written in the language itself.",
        footer = {"", "Examples:", "  mad lib", "  mad lib mad.blocks.resnet", "  mad lib mad.deepmad | less"})
final class LibCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "MODULE", description = "A module, with or without `mad.`")
    Optional<String> module = Optional.empty();

    @Mixin
    Appearance appearance = new Appearance();

    LibCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Console shown = appearance.on(console);
        if (module.isEmpty()) {
            list(shown);
            return Exit.OK.code();
        }
        String name = module.get().startsWith("mad.") ? module.get() : "mad." + module.get();
        String text = StandardLibrary.text(name)
                .orElseThrow(() -> new Unusable(
                        "there is no module " + name + "; `mad lib` lists all",
                        Suggestions.didYouMean(name, StandardLibrary.modules())));
        shown.out().print(text);
        return Exit.OK.code();
    }

    private static void list(Console shown) {
        Screen screen = shown.outScreen();
        List<String> modules = StandardLibrary.modules();
        int width = modules.stream().mapToInt(String::length).max().orElse(0) + 2;
        for (String each : modules) {
            String about = StandardLibrary.text(each).map(LibCommand::about).orElse("");
            String cut = DisplayWidth.cut(about, screen.columns() - width, screen.either("…", "..."));
            shown.print(screen.paint(Tone.STRONG, each) + " ".repeat(width - each.length()) + cut);
        }
    }

    /** The first sentence of its documentation. */
    private static String about(String text) {
        return text.lines()
                .filter(line -> line.startsWith("///"))
                .findFirst()
                .map(line -> line.substring(3).strip().replaceFirst("(?<=[.])\\s.*", ""))
                .orElse("");
    }
}
