package mad.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        header = "Print a completion script for a shell.",
        description = "Completes commands, options and their values.",
        footer = {
            "",
            "Examples:",
            "  source <(mad completion bash)          for this shell; put the line into ~/.bashrc to keep it",
            "  mad completion zsh > ~/.mad-completion && source ~/.mad-completion",
            "  mad completion fish > ~/.config/fish/completions/mad.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    Shell shell = Shell.BASH;

    @Mixin
    Appearance appearance = new Appearance();

    @Spec
    @Nullable
    CommandSpec spec;

    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandSpec known = spec;
        if (known == null) {
            throw new IllegalStateException("picocli did not set the command's specification");
        }
        CommandLine root = known.root().commandLine();
        console.out()
                .print(
                        switch (shell) {
                            // The script of picocli serves both: under zsh it loads bashcompinit.
                            case BASH, ZSH -> AutoComplete.bash("mad", root);
                            case FISH -> FishCompletion.script(root);
                        });
        return Exit.OK.code();
    }
}
