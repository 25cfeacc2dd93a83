package mad.cli;

import mad.model.Definition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "frontier",
        header = "Find the best trade-offs between two metrics.",
        description = {
            "Runs the `frontier` items of a file, all of them unless some are named. The second metric is limited at evenly spaced",
            "values between its own best and the one it has where the first is best; the first is optimised under each limit.",
            "A point's bound holds for all tighter limits too. --work, --seconds and --gap are those of each point."
        },
        footer = {
            "",
            "Examples:",
            "  mad frontier examples/frontier.mad",
            "  mad frontier examples/frontier.mad -o front.svg",
            "                                         and draws it, with the band that no design is above",
            "  mad frontier nets/phone.mad Front --work 1M --format json"
        })
final class FrontierCommand extends StudyCommand {
    FrontierCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        super(console, engines, interrupt);
    }

    @Override
    Definition.@Nullable Design designOf(Definition item) {
        return item instanceof Definition.Frontier frontier ? frontier.design() : null;
    }

    @Override
    String kind() {
        return "frontier";
    }

    @Override
    String example() {
        return "frontier Front of Design { maximize entropy minimize macs points 12 }";
    }
}
