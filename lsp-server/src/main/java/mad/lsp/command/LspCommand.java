package mad.lsp.command;

import java.io.IOException;
import java.util.Optional;
import mad.cli.Extension;
import mad.lsp.protocol.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the language server, on standard input and output unless a port is given. */
@Command(
        name = "lsp",
        header = "Serve editors: the Language Server Protocol.",
        description = {
            "Editors start this themselves; docs/editors.md shows how to set them up. Messages go over standard input and output,",
            "or over a port of this machine. The server ends when its editor does."
        },
        footer = {"", "Examples:", "  mad lsp", "  mad lsp --socket 7777"})
public final class LspCommand implements Extension {
    private static final int USAGE = 2;

    @Option(
            names = "--socket",
            paramLabel = "PORT",
            description = "Serve one client after another at this port instead; 0 takes a free one and prints it.")
    Optional<Integer> port = Optional.empty();

    @Option(names = "--stdio", description = "Serve on standard input and output, as is done anyway.")
    boolean stdio;

    @Override
    public Integer call() throws IOException {
        if (port.isPresent()) {
            int wanted = port.get();
            if (wanted < 0 || wanted > 0xffff) {
                System.err.println("mad: --socket wants a port from 0 to 65535");
                return USAGE;
            }
            Connection.listen(wanted, actual -> System.err.println("mad: listening at port " + actual));
            return 0;
        }
        return Stdio.serve();
    }
}
