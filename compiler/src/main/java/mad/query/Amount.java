package mad.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.OptionalDouble;
import mad.model.Definition;
import mad.model.Expression;

/** Numbers as the language writes them, from anywhere else: {@code 1.82 G}, {@code 256 KiB}, {@code 0.01 %}. */
public final class Amount {
    private static final String FILE = "amount.mad";
    private static final int LONGEST = 60;

    private Amount() {}

    /** The number in base units, or nothing where the text is no number. */
    public static OptionalDouble read(String text) {
        String written = text.strip();
        boolean negative = written.startsWith("-");
        String digits = negative ? written.substring(1) : written;
        if (digits.isEmpty() || digits.length() > LONGEST || !Character.isDigit(digits.charAt(0))) {
            return OptionalDouble.empty();
        }
        Snapshot snapshot = new Snapshot(new MemoryWorld(Map.of(FILE, "let amount = " + digits)));
        if (snapshot.diagnostics(FILE).isEmpty()
                && snapshot.module(FILE).definitions().get("amount") instanceof Definition.Function constant
                && constant.body() instanceof Expression.Number number) {
            return OptionalDouble.of(negative ? -number.value() : number.value());
        }
        return OptionalDouble.empty();
    }

    /** 412 M, 3.68 G, 0.3, 0.9 ms: four significant digits with a prefix, and the unit. */
    public static String text(double value, String unit) {
        double size = Math.abs(value);
        String[] prefixes = {"n", "u", "m", "", "k", "M", "G", "T"};
        int none = 3;
        int least = unit.equals("s") || unit.equals("J") ? 0 : none;
        int prefix = none;
        while (size >= 1000 && prefix < prefixes.length - 1) {
            size /= 1000;
            prefix++;
        }
        while (size > 0 && size < 1 && prefix > least) {
            size *= 1000;
            prefix--;
        }
        double scaled = prefix >= none ? value / Math.pow(1000, prefix - none) : value * Math.pow(1000, none - prefix);
        String digits = BigDecimal.valueOf(scaled)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        String suffix = prefixes[prefix] + unit;
        return suffix.isEmpty() ? digits : digits + " " + suffix;
    }
}
