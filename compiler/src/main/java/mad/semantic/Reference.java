package mad.semantic;

import mad.source.Span;

/** A use of a name and the place of its declaration. */
public record Reference(Span use, Span declared) {}
