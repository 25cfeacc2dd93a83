/** What a preview shows of a file, as data: the same for every host, and free of any of them. */
@NullMarked
package mad.view;

import org.jspecify.annotations.NullMarked;
