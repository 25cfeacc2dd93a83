package mad.diagnostic;

import static mad.diagnostic.Severity.ERROR;
import static mad.diagnostic.Severity.INFO;
import static mad.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;

/**
 * The registry of diagnostics. Each code has a page {@code mad/errors/MADnnnn.md} in the resources; numbers are never reused.
 * 1xxx syntax, 2xxx names and imports, 3xxx types, units and arguments, 4xxx networks and domains, 5xxx solving, 6xxx checks, 7xxx style.
 */
public enum Code {
    UNEXPECTED_TOKEN("MAD1001", ERROR, "unexpected text"),
    MISSING_TOKEN("MAD1002", ERROR, "something is missing"),
    UNCLOSED("MAD1003", ERROR, "a bracket is never closed"),
    MISSPELT_KEYWORD("MAD1004", ERROR, "a keyword is misspelt"),
    UNCLOSED_STRING("MAD1005", ERROR, "a text is never closed"),
    BAD_CHARACTER("MAD1006", ERROR, "a character that MAD does not use"),
    TOO_DEEP("MAD1007", ERROR, "brackets are nested too deeply"),
    TOO_LARGE("MAD1008", ERROR, "the file is too large"),
    UNKNOWN_UNIT("MAD1009", ERROR, "an unknown unit"),

    UNKNOWN_NAME("MAD2001", ERROR, "an unknown name"),
    DUPLICATE_NAME("MAD2002", ERROR, "a name is defined twice"),
    UNKNOWN_MODULE("MAD2003", ERROR, "a module that does not exist"),
    UNKNOWN_EXPORT("MAD2004", ERROR, "a module does not define this name"),
    IMPORT_CYCLE("MAD2005", ERROR, "modules import each other in a circle"),
    IMPORT_OUTSIDE("MAD2006", ERROR, "an import leaves the project"),
    UNKNOWN_FIELD("MAD2007", ERROR, "an unknown attribute"),
    WRONG_KIND_OF_NAME("MAD2008", ERROR, "a name of another kind"),
    RECURSION("MAD2009", ERROR, "a definition that uses itself"),
    NO_NETWORK_HERE("MAD2010", ERROR, "the network is not known here"),
    UNUSED_IMPORT("MAD7001", WARNING, "an import that is never used"),

    TYPE_MISMATCH("MAD3001", ERROR, "a value of the wrong type"),
    UNIT_MISMATCH("MAD3002", ERROR, "units that cannot be compared"),
    UNKNOWN_TYPE("MAD3003", ERROR, "an unknown type"),
    UNKNOWN_ARGUMENT("MAD3004", ERROR, "an unknown argument"),
    MISSING_ARGUMENT("MAD3005", ERROR, "an argument is missing"),
    DUPLICATE_ARGUMENT("MAD3006", ERROR, "an argument is given twice"),
    NUMBER_TOO_LARGE("MAD3007", ERROR, "a number that cannot be exact"),
    DOMAIN_NOT_ALLOWED("MAD3008", ERROR, "a choice where a value must be known"),
    NOT_CALLABLE("MAD3009", ERROR, "this cannot be called"),

    EMPTY_DOMAIN("MAD4001", ERROR, "a domain without values"),
    OUT_OF_RANGE("MAD4002", ERROR, "a value outside its range"),
    BAD_BRANCHES("MAD4003", ERROR, "the wrong number of branches"),
    NO_INPUT("MAD4004", ERROR, "a space without an input"),
    NO_PARTS("MAD4005", ERROR, "a space without layers"),
    SHAPE_MISMATCH("MAD4006", ERROR, "feature maps that do not fit together"),
    INDEX_OUT_OF_RANGE("MAD4007", ERROR, "an index outside its list"),
    BAD_TABLE("MAD4008", ERROR, "a table that cannot be used"),
    TOO_MUCH_WORK("MAD4009", ERROR, "a definition that explodes"),
    NOT_A_NUMBER("MAD4010", ERROR, "arithmetic without a result"),
    NO_OBJECTIVE("MAD4011", WARNING, "choices without an objective"),
    DIVISIBILITY("MAD4012", ERROR, "channels that groups do not divide"),

    BUDGET_TOO_SMALL("MAD5001", ERROR, "a budget that no network of the space can meet"),
    INFEASIBLE("MAD5002", ERROR, "constraints that exclude every network"),
    NOT_EXPRESSIBLE("MAD5003", ERROR, "a program that a format cannot say"),
    BOUND_ACTIVE("MAD5004", INFO, "a limit that the best design reaches"),
    BUDGET_UNUSED("MAD5005", INFO, "a budget that the best design hardly uses"),

    CHECK_FAILED("MAD6001", ERROR, "a check that does not hold"),

    INTERNAL("MAD9001", ERROR, "an error of MAD itself");

    private final String id;
    private final Severity severity;
    private final String title;

    Code(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    public static Optional<Code> byId(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equalsIgnoreCase(id)).findFirst();
    }
}
