/** Serves a preview to the browsers of this machine. The only user of the JDK's HTTP server. */
@NullMarked
package mad.lsp.page;

import org.jspecify.annotations.NullMarked;
