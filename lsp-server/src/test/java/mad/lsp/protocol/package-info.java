@NullMarked
package mad.lsp.protocol;

import org.jspecify.annotations.NullMarked;
