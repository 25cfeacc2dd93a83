package mad.cli;

import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;

@Command(
        name = "mad",
        header = "Neural networks by mathematics: describe a search space, solve for its best network.",
        description = {
            "Write what may vary and what it may cost; mad finds the best network and says how close to the optimum it is."
        },
        footer = {
            "",
            "Start here:",
            "  mad new kitchen                        write a small design",
            "  mad solve kitchen.mad                  solve it",
            "  mad lib                                the blocks, spaces and metrics that are there",
            "",
            "`mad COMMAND --help` shows the options of a command, and examples."
        })
final class MadCommand {
    private static final int HELP_COLUMNS = 120;

    private MadCommand() {}

    static CommandLine line(Console console, Engine.Maker engines, Interrupt interrupt) {
        CommandLine line = new CommandLine(new MadCommand())
                .addSubcommand(new CheckCommand(console, engines, interrupt))
                .addSubcommand(new SolveCommand(console, engines, interrupt))
                .addSubcommand(new VerifyCommand(console, engines))
                .addSubcommand(new SweepCommand(console, engines, interrupt))
                .addSubcommand(new FrontierCommand(console, engines, interrupt))
                .addSubcommand(new EvalCommand(console, engines))
                .addSubcommand(new LowerCommand(console, engines))
                .addSubcommand(new ReportCommand(console, engines, interrupt))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new FmtCommand(console))
                .addSubcommand(new NewCommand(console))
                .addSubcommand(new LibCommand(console))
                .addSubcommand(new CompletionCommand(console));
        ServiceLoader.load(Extension.class).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpWidth(HELP_COLUMNS);
        line.setColorScheme(Help.defaultColorScheme(console.outScreen().colour() ? Help.Ansi.ON : Help.Ansi.OFF));
        HelpOptions.addTo(line);
        line.getSubcommands().values().forEach(HelpOptions::addTo);
        return line;
    }
}
