package mad.semantic;

import mad.ast.Item;
import mad.ast.Name;
import mad.source.Span;

/** What a name at the top level of a module stands for. */
sealed interface Entry {
    /** Where the reader finds the name in this file. */
    Span span();

    /** An item of this module. */
    record Own(Item item, Name name) implements Entry {
        @Override
        public Span span() {
            return name.span();
        }
    }

    /** A name of another module. */
    record Imported(String file, Name original, Span span) implements Entry {}

    /** A module under a name. */
    record Alias(String file, Span span) implements Entry {}

    /** An item or import whose error is already reported: uses of it stay silent. */
    record Broken(Span span) implements Entry {}
}
