package mad.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        header = "Start a file that solves.",
        description =
                "Writes NAME.mad from a template: a small space, a budget and a design, with comments that say what to change.",
        footer = {
            "",
            "Examples:",
            "  mad new kitchen && mad solve kitchen.mad",
            "  mad new camera --from micro            a network for a microcontroller"
        })
final class NewCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "The name of the file, with or without .mad.")
    String name = "";

    @Option(
            names = "--from",
            paramLabel = "TEMPLATE",
            defaultValue = "residual",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Template template = Template.RESIDUAL;

    @Mixin
    Appearance appearance = new Appearance();

    /** Each is a resource {@code mad/templates/name.mad}, in which {@code $Name} is the name of the design. */
    enum Template {
        RESIDUAL,
        MOBILE,
        MICRO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path file = Project.path(name.endsWith(".mad") ? name : name + ".mad");
        String stem = file.getFileName().toString().replaceFirst("\\.mad$", "");
        String text = Resources.text("templates/" + template + ".mad").replace("$Name", designName(stem));
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Unusable(file + " exists already; choose another name");
        } catch (IOException e) {
            throw new Unusable("cannot write " + file);
        }
        console.print(file.toString());
        if (!appearance.quiet) {
            console.tell("Solve it with: mad solve " + file);
        }
        return Exit.OK.code();
    }

    /** {@code kitchen-cam} becomes {@code KitchenCam}. */
    private static String designName(String stem) {
        StringBuilder name = new StringBuilder();
        for (String word : stem.split("[^A-Za-z0-9]+")) {
            name.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Net" + name : name.toString();
    }
}
