package mad.lsp.command;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mad.cli.Main;
import mad.lsp.protocol.Connection;

/**
 * {@code mad lsp} as editors start it: on standard input and output. A main class of its own, because to read the whole command line takes as long as
 * everything else until the first answer. With {@code --socket} it is left to the command.
 */
public final class Stdio {
    private Stdio() {}

    /** With the argument {@code rehearse}: nobody's short session, one solve and one check, so that the classes they need can be archived. */
    public static void main(String[] args) throws InterruptedException {
        if (List.of(args).contains("rehearse")) {
            Connection.rehearse();
            OutputStream nobody = OutputStream.nullOutputStream();
            InputStream design = Objects.requireNonNull(Stdio.class.getResourceAsStream("/mad/lsp/rehearsal.mad"));
            Main.run(new String[] {"solve", "-", "--threads", "1", "--seconds", "2"}, design, nobody, nobody);
            System.exit(Main.run(new String[] {"check", "-"}, InputStream.nullInputStream(), nobody, nobody));
        }
        if (Stream.of(args).anyMatch(a -> a.equals("--socket") || a.startsWith("--socket="))) {
            Main.main(Stream.concat(Stream.of("lsp"), Stream.of(args).filter(a -> !a.equals("lsp")))
                    .toArray(String[]::new));
            return;
        }
        System.exit(serve());
    }

    /** Serves until the client is gone. */
    static int serve() {
        // The protocol owns standard output: whatever else is printed goes to standard error.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        System.setOut(System.err);
        boolean goodbye = Connection.serve(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16), out, Stdio::end);
        return goodbye ? 0 : 1;
    }

    /** Ends the process: the reader's thread may hang in a read for ever. */
    private static void end(int code) {
        Runtime.getRuntime().halt(code);
    }
}
