package mad.cli.render;

/** What a colour means here. */
public enum Tone {
    PLAIN(""),
    STRONG("1"),
    QUIET("2"),
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    GOOD("1;32"),
    BAR("36"),
    TIGHT("33"),
    BROKEN("31");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /** The parameters of the ANSI escape sequence that switches it on. */
    String code() {
        return code;
    }
}
