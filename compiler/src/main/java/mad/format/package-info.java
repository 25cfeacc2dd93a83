/** The canonical text of a file: spaces, indentation and line breaks; never a token. */
@NullMarked
package mad.format;

import org.jspecify.annotations.NullMarked;
