package mad.lsp.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import mad.cli.Extension;
import mad.lsp.protocol.FilePreview;
import mad.query.FileWorld;
import mad.query.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a file in a browser while it is written. */
@Command(
        name = "preview",
        header = "Show a file in a browser: the network redraws itself as the file is saved.",
        description = {
            "Prints the address of a page and serves it until Ctrl-C. Only this machine can open it, and only with the token in the",
            "address. The page follows the file, whatever editor saves it; dragging a number there writes the file when the hand",
            "lets go, unless somebody else has changed it meanwhile."
        },
        footer = {
            "",
            "Examples:",
            "  mad preview nets/phone.mad --open",
            "  mad preview nets/phone.mad Best --port 8123   for a port that is forwarded by SSH"
        })
public final class PreviewCommand implements Extension {
    private static final int USAGE = 2;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    String file = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "DESIGN", description = "The design to show first.")
    String design = "";

    @Option(names = "--open", description = "Also open the page in the browser.")
    boolean open;

    @Option(names = "--port", paramLabel = "PORT", description = "Default: a free one.")
    int port;

    @Option(
            names = "--seconds",
            paramLabel = "TIME",
            description = "At most so long for each design. Default: ${DEFAULT-VALUE}.")
    double seconds = 60;

    @Option(
            names = "--root",
            paramLabel = "FOLDER",
            description = {
                "The project: imports reach no file outside it.",
                "Default: the working folder, or the file's own."
            })
    Optional<Path> root = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return wrong(Files.exists(path) ? "cannot read " + file : "there is no file " + file);
        }
        if (port < 0 || port > 0xffff) {
            return wrong("--port wants a port from 0 to 65535");
        }
        Path project = root.orElseGet(() -> FileWorld.around(path).root());
        try (FilePreview preview = new FilePreview(path, project, design, port, seconds, System.err::println)) {
            List<String> known = preview.designs();
            if (!design.isEmpty() && !known.isEmpty() && !known.contains(design)) {
                return wrong(
                        "there is no design `" + design + "` in " + file + "." + Suggestions.didYouMean(design, known));
            }
            System.out.println(preview.address());
            System.out.flush();
            System.err.println("Ctrl-C ends it.");
            if (open && !Browser.open(preview.address())) {
                System.err.println("mad: no browser was found; open the address yourself");
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            return wrong("cannot serve the preview: " + e.getMessage());
        }
    }

    private static int wrong(String what) {
        System.err.println("mad: " + what);
        return USAGE;
    }
}
