package mad.model;

import mad.source.Span;

/** A local name: a parameter, a {@code let}, a loop variable, a decision. The span of its declaration is its identity. */
public record Symbol(String name, Type type, Span declared) {}
