package mad.semantic;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them; blank lines and spaces around cells do not count. */
final class Csv {
    private Csv() {}

    static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c == '"' && !doubled) {
                    quoted = false;
                } else {
                    cell.append(c);
                    i += doubled ? 1 : 0;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    if (line.size() > 1 || !line.getFirst().isEmpty()) {
                        lines.add(line);
                    }
                    line = new ArrayList<>();
                }
            } else if (c != '\uFEFF') {
                cell.append(c);
            }
        }
        return lines;
    }
}
