package mad.network;

import mad.source.Span;

/** A decision whose value is not in its domain. */
public record Violation(Span span, String decision, double value, String message) {}
