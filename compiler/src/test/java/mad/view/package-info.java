@NullMarked
package mad.view;

import org.jspecify.annotations.NullMarked;
