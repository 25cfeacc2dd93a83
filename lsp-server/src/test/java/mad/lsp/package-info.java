@NullMarked
package mad.lsp;

import org.jspecify.annotations.NullMarked;
