/** The Language Server Protocol: the only package that knows LSP4J. Turns messages into questions and answers into messages. */
@NullMarked
package mad.lsp.protocol;

import org.jspecify.annotations.NullMarked;
