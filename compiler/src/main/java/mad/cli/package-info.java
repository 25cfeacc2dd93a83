/** The {@code mad} command: one class per subcommand, and the only user of picocli. */
@NullMarked
package mad.cli;

import org.jspecify.annotations.NullMarked;
