package mad.cli;

/** The command's exit codes, the gravest first: of several outcomes the gravest counts. */
enum Exit {
    INTERNAL(70, "an error of MAD itself (MAD9001); --debug keeps the details"),
    INTERRUPTED(130, "stopped by Ctrl-C; solve prints the best design so far"),
    USAGE(2, "the command line is wrong, or a file cannot be read"),
    FINDINGS(1, "findings: errors in a file, a check or a limit that does not hold"),
    INFEASIBLE(3, "infeasible: it is proved that no network meets the constraints"),
    UNPROVED(4, "stopped without proof: the design printed is feasible, but its gap is above --gap; or none was found"),
    OK(0, "done: nothing wrong, or designs within the gap asked for");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    Exit and(Exit other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
