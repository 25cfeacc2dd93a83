package mad.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed words of messages, as they stand in the source of a page of messages. */
final class Messages {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Messages() {}

    /** Every literal of at least three words. */
    static List<String> fragments(String source) {
        List<String> fragments = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(source);
        while (matcher.find()) {
            String text = matcher.group(1).replace("\\\"", "\"").strip();
            if (text.split(" ").length >= 3) {
                fragments.add(text);
            }
        }
        return fragments;
    }
}
