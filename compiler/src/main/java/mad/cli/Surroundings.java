package mad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import mad.cli.render.Screen;

/** What the environment says of the streams. */
final class Surroundings {
    private static final int USUAL_COLUMNS = 80;

    private final Map<String, String> environment;
    private final Map<String, String> launcher;

    /** @param launcher what the launcher found out, which Java cannot: {@code terminals} (of 0, 1, 2) and {@code columns} */
    Surroundings(Map<String, String> environment, Map<String, String> launcher) {
        this.environment = Map.copyOf(environment);
        this.launcher = Map.copyOf(launcher);
    }

    /** The screen behind stream 1 or 2. A pipe gets the widest table: there is no edge for it to run over. */
    Screen screen(int stream) {
        boolean terminal = isTerminal(stream);
        boolean dumb = variable("TERM").equals("dumb");
        boolean colour = terminal && !dumb && variable("NO_COLOR").isEmpty();
        return new Screen(terminal && !dumb, terminal ? columns() : Screen.WIDEST, isUnicode(), colour);
    }

    private boolean isTerminal(int stream) {
        String known = launcher.get("terminals");
        if (known != null) {
            return known.contains(Integer.toString(stream));
        }
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
            return false;
        }
    }

    private int columns() {
        int known = number(launcher.getOrDefault("columns", ""));
        int told = number(variable("COLUMNS"));
        return known > 0 ? known : told > 0 ? told : USUAL_COLUMNS;
    }

    private boolean isUnicode() {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = variable(name).toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("UTF-8") || locale.contains("UTF8");
            }
        }
        return false;
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }
}
