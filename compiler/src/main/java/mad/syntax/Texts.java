package mad.syntax;

/** The value of a text in quotes. */
final class Texts {
    private Texts() {}

    /**
     * Without its quotes (the last may be missing) and with its escapes resolved; an unknown escape stands for its character. A missing text
     * is empty.
     */
    static String value(String quoted) {
        if (quoted.isEmpty()) {
            return "";
        }
        boolean closed = quoted.length() > 1 && quoted.endsWith("\"") && !isEscaped(quoted, quoted.length() - 1);
        String inside = quoted.substring(1, closed ? quoted.length() - 1 : quoted.length());
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '\\' && i + 1 < inside.length()) {
                char escaped = inside.charAt(++i);
                value.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static boolean isEscaped(String text, int at) {
        int slashes = 0;
        while (text.charAt(at - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
