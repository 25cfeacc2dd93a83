/** From what was written to what was meant: imports, names, types, units, defaults, inheritance. Never throws on user text. */
@NullMarked
package mad.semantic;

import org.jspecify.annotations.NullMarked;
