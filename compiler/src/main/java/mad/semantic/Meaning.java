package mad.semantic;

import mad.model.Definition;

/** What a name at the top level means once its item is analysed. */
sealed interface Meaning {
    record Found(Definition definition) implements Meaning {}

    /** A module, under the name it was imported by. */
    record Module(String file) implements Meaning {}

    /** Nothing of that name. */
    record Unknown() implements Meaning {}

    /** Its error is already reported; uses of it stay silent. */
    record Broken() implements Meaning {}
}
