package mad.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names in the letters of a format: {@code s1.out} stays, {@code Phone.macs (at least)} is {@code Phone.macs_at_least}. */
final class Identifiers {
    private final String others;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> known = new HashMap<>();

    /** @param others characters beside letters, digits and {@code _} that a name may have after its first */
    Identifiers(String others, Set<String> reserved) {
        this.others = others;
        reserved.forEach(word -> taken.add(word.toLowerCase(Locale.ROOT)));
    }

    String of(String name) {
        String identifier = known.get(name);
        if (identifier == null) {
            identifier = free(legal(name));
            known.put(name, identifier);
        }
        return identifier;
    }

    private String legal(String name) {
        StringBuilder legal = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean ascii = c < 128 && Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
            boolean twice = !legal.isEmpty() && legal.charAt(legal.length() - 1) == '_';
            if (ascii || !twice) {
                legal.append(ascii ? c : '_');
            }
        }
        String text = legal.toString().replaceFirst("_$", "");
        // `e3` could be read as part of a number
        boolean safe = !text.isEmpty() && Character.isLetter(text.charAt(0)) && !text.matches("[eE][0-9.].*");
        return safe ? text : "x_" + text;
    }

    /** Case does not count: some readers ignore it. */
    private String free(String name) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
