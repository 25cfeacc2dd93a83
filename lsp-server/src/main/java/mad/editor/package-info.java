/** What an editor asks, as pure functions of a snapshot and a place in it. Knows no protocol, no thread and no client. */
@NullMarked
package mad.editor;

import org.jspecify.annotations.NullMarked;
