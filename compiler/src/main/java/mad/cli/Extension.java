package mad.cli;

import java.util.concurrent.Callable;

/**
 * A subcommand that another module brings along; it is annotated for picocli and named in {@code META-INF/services}. The compiler's own
 * commands need none of this.
 */
public interface Extension extends Callable<Integer> {}
