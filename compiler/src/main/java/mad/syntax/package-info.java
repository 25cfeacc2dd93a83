/**
 * Text to syntax tree: tokens, items one by one, repairs with messages of our own. The only user of ANTLR and of {@code mad.grammar}.
 */
@NullMarked
package mad.syntax;

import org.jspecify.annotations.NullMarked;
