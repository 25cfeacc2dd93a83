package mad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import mad.diagnostic.Code;
import mad.query.Release;

/** An error of MAD itself, in one sentence; no stack trace ever reaches a user who did not ask for it. */
final class Mishap {
    private Mishap() {}

    static String report(Throwable error, boolean keep) {
        String what = "error " + Code.INTERNAL.id() + ": mad made a mistake of its own ("
                + error.getClass().getSimpleName() + "); your file is not to blame. ";
        return what
                + (keep
                        ? kept(error)
                        : "Please report it, with what `mad " + HelpOptions.DEBUG + " …` keeps when you repeat this.");
    }

    private static String kept(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("mad-", ".txt");
            Files.writeString(file, "mad " + Release.NAME + "\n" + trace);
            return "Please report it, with " + file + ".";
        } catch (IOException e) {
            return "Please report it; its details could not be written to the temporary folder.";
        }
    }
}
