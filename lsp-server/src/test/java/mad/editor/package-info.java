@NullMarked
package mad.editor;

import org.jspecify.annotations.NullMarked;
