package mad.cli;

import mad.model.Definition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "sweep",
        header = "Solve a design for each value of its parameters.",
        description = {
            "Runs the `sweep` items of a file, all of them unless some are named: each combination of values is solved, starting",
            "from the designs before it, and shown with what is proved of it. --work, --seconds and --gap are those of each point."
        },
        footer = {
            "",
            "Examples:",
            "  mad sweep examples/sweep.mad Budgets",
            "  mad sweep examples/sweep.mad Budgets -o budgets.svg",
            "                                         and draws the curve, the bound above it",
            "  mad sweep nets/phone.mad --format csv > curve.csv"
        })
final class SweepCommand extends StudyCommand {
    SweepCommand(Console console, Engine.Maker engines, Interrupt interrupt) {
        super(console, engines, interrupt);
    }

    @Override
    Definition.@Nullable Design designOf(Definition item) {
        return item instanceof Definition.Sweep sweep ? sweep.design() : null;
    }

    @Override
    String kind() {
        return "sweep";
    }

    @Override
    String example() {
        return "sweep Curve of Design { limit in [1 G, 2 G] }";
    }
}
