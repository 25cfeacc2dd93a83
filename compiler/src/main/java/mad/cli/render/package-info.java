/** What people read on a terminal: pure functions from answers to lines of text. */
@NullMarked
package mad.cli.render;

import org.jspecify.annotations.NullMarked;
