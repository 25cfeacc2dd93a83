/** The one set of answers that the command, the language server and the preview ask. */
@NullMarked
package mad.query;

import org.jspecify.annotations.NullMarked;
