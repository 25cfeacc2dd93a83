package mad.export;

import java.util.Locale;
import mad.diagnostic.Code;
import mad.diagnostic.Diagnostic;

/** What is said about formats. */
final class ExportMessages {
    private ExportMessages() {}

    static Diagnostic refused(Inexpressible why, Format format) {
        String name = format.name().toLowerCase(Locale.ROOT);
        boolean linear = format == Format.LP || format == Format.MPS;
        String limit = linear ? "only says what is linear" : "has no exact words for it";
        String way = format == Format.NL || format == Format.MINIZINC
                ? ""
                : linear
                        ? " `--to nl`, `--to cip` and `--to minizinc` are not so limited."
                        : " `--to nl` is not so limited.";
        return Diagnostic.of(
                Code.NOT_EXPRESSIBLE,
                why.origin().span(),
                "`" + why.origin().text() + "` needs " + why.kind() + ", `" + why.text() + "`, and the format " + name
                        + " " + limit + "." + way);
    }
}
