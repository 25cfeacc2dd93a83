package mad.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mad.query.Release;
import mad.query.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code mad} command. */
public final class Main {
    private static final Pattern CHOICE =
            Pattern.compile("(.*: )expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'\\.?");

    private Main() {}

    public static void main(String[] args) {
        Map<String, String> launcher = new HashMap<>();
        for (String name : List.of("terminals", "columns")) {
            String value = System.getProperty("mad." + name);
            if (value != null) {
                launcher.put(name, value);
            }
        }
        Surroundings surroundings = new Surroundings(System.getenv(), launcher);
        Console console = new Console(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                surroundings.screen(1),
                surroundings.screen(2));
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::atExit, "interrupt"));
        int code = run(args, console, Compiler::over, interrupt);
        interrupt.finish();
        System.exit(code);
    }

    /** Runs the command on streams that are no terminals, and returns its exit code. */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        Surroundings pipes = new Surroundings(Map.of("LC_ALL", "C.UTF-8"), Map.of("terminals", ""));
        Console console = new Console(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                pipes.screen(1),
                pipes.screen(2));
        return run(args, console, Compiler::over, new Interrupt());
    }

    static int run(String[] args, Console console, Engine.Maker engines, Interrupt interrupt) {
        try {
            return execute(args, console, engines, interrupt);
        } catch (Unusable unusable) {
            console.tell("mad: " + unusable.getMessage());
            return Exit.USAGE.code();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            console.tell(Mishap.report(e, List.of(args).contains(HelpOptions.DEBUG)));
            return Exit.INTERNAL.code();
        } finally {
            // A reader that has left is no error: PrintStream keeps quiet about it, and so does the exit code.
            console.out().flush();
            console.err().flush();
        }
    }

    private static int execute(String[] args, Console console, Engine.Maker engines, Interrupt interrupt) {
        CommandLine line = MadCommand.line(console, engines, interrupt);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(args);
        } catch (ParameterException wrong) {
            console.tell("mad: " + complaint(wrong));
            String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            console.tell("Try `" + command + " --help`.");
            return Exit.USAGE.code();
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (command.isUsageHelpRequested()) {
            console.out().print(command.getUsageMessage());
            return Exit.OK.code();
        }
        if (command.isVersionHelpRequested()) {
            console.print("mad " + Release.NAME);
            return Exit.OK.code();
        }
        if (command.getCommand() instanceof Callable<?> callable) {
            return call(callable);
        }
        console.err().print(command.getUsageMessage());
        return Exit.USAGE.code();
    }

    private static int call(Callable<?> command) {
        try {
            return command.call() instanceof Integer code ? code : Exit.OK.code();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String complaint(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String text = unmatched.getUnmatched().getFirst();
            List<String> known =
                    new ArrayList<>(wrong.getCommandLine().getSubcommands().keySet());
            known.addAll(wrong.getCommandLine().getCommandSpec().optionsMap().keySet());
            return "`" + text + "` is not understood here." + Suggestions.didYouMean(text, known);
        }
        String first = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        Matcher choice = CHOICE.matcher(first);
        String said = choice.matches()
                ? choice.group(1) + "`" + choice.group(3) + "` is none of "
                        + choice.group(2).toLowerCase(Locale.ROOT)
                : first.replaceFirst("'([^']*)' is not an? (long|int)$", "`$1` is no whole number");
        return said.endsWith(".") ? said : said + ".";
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        OutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13);
        return new PrintStream(buffered, false, StandardCharsets.UTF_8);
    }
}
