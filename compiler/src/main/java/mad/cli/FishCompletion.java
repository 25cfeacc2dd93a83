package mad.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not write. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(CommandLine root) {
        StringBuilder script = new StringBuilder("# Completion of mad for fish\n");
        root.getSubcommands().forEach((name, command) -> {
            String[] header = command.getCommandSpec().usageMessage().header();
            line(script, "__fish_use_subcommand", "-f -a " + name, String.join(" ", header));
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> option(script, name, option));
        });
        return script.toString();
    }

    private static void option(StringBuilder script, String command, OptionSpec option) {
        StringBuilder what = new StringBuilder();
        for (String name : option.names()) {
            what.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            what.append(" -r");
        }
        if (option.completionCandidates() != null) {
            what.append(" -f -a '")
                    .append(String.join(" ", option.completionCandidates()))
                    .append('\'');
        }
        String about = option.description().length == 0 ? "" : option.description()[0];
        line(script, "__fish_seen_subcommand_from " + command, what.substring(1), about);
    }

    private static void line(StringBuilder script, String condition, String what, String about) {
        script.append("complete -c mad -n '").append(condition).append("' ").append(what);
        script.append(" -d '").append(about.replace("'", "\\'")).append("'\n");
    }
}
