/** {@code mad lsp}: how the server is started. */
@NullMarked
package mad.lsp.command;

import org.jspecify.annotations.NullMarked;
