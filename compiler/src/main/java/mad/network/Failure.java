package mad.network;

import mad.source.Span;

/**
 * One instance of a condition that does not hold.
 *
 * @param span of the comparison
 * @param message with the values of both sides: {@code stage5.in 1024 > stage5.out 672}
 */
public record Failure(Span span, String message) {}
