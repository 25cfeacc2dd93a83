package mad.program;

import mad.source.Span;

/**
 * Where in the source something of the program comes from.
 *
 * @param span the source range to show
 * @param text a short readable name of it, for example {@code budget params <= 25.55 M}
 */
public record Origin(Span span, String text) {}
