package mad.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mad.query.Release;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What every command has: --help, --version, --debug, and exit codes at the end of its help. */
final class HelpOptions {
    static final String DEBUG = "--debug";

    private HelpOptions() {}

    static void addTo(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("This help.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("The version.")
                .build());
        spec.addOption(OptionSpec.builder(DEBUG)
                .description("Keep the details of an error of MAD itself in a file.")
                .build());
        spec.version("mad " + Release.NAME);
        UsageMessageSpec usage = spec.usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n");
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(Exit.values())
                .sorted(Comparator.comparingInt(Exit::code))
                .forEach(exit -> codes.put(" " + exit.code(), exit.meaning()));
        usage.exitCodeList(codes);
        List<String> sections = new ArrayList<>(usage.sectionKeys());
        sections.remove(UsageMessageSpec.SECTION_KEY_FOOTER);
        sections.add(
                sections.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING),
                UsageMessageSpec.SECTION_KEY_FOOTER);
        usage.sectionKeys(sections);
        usage.optionListHeading("%nOptions:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.synopsisHeading("Usage: ");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n");
        usage.abbreviateSynopsis(true);
        usage.sortOptions(false);
    }
}
