/** What programs read: answers as JSON. The only user of Jackson. */
@NullMarked
package mad.emit;

import org.jspecify.annotations.NullMarked;
