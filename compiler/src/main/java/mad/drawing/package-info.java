/** The preview as a document: its drawings run here as they run in a browser, and its pictures become pixels. The only user of Rhino and JSVG. */
@NullMarked
package mad.drawing;

import org.jspecify.annotations.NullMarked;
