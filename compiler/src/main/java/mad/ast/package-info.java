/** What was written: one immutable record per construct of the grammar, every one with its span. */
@NullMarked
package mad.ast;

import org.jspecify.annotations.NullMarked;
