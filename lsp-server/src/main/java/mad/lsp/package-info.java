/** The state behind a session: open texts, roots, the current snapshot, the solver's answers. Knows threads, and no protocol. */
@NullMarked
package mad.lsp;

import org.jspecify.annotations.NullMarked;
