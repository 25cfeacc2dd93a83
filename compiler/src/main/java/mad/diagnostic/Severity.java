package mad.diagnostic;

public enum Severity {
    ERROR,
    WARNING,
    INFO
}
