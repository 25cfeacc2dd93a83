package mad.lsp.protocol;

import java.util.List;

/** The commands that a client may ask for. */
final class Commands {
    static final String SOLVE = "mad.solve";
    static final String STOP = "mad.stop";
    static final String CHECK = "mad.runChecks";
    static final String PROGRAM = "mad.showProgram";
    static final String EXPLAIN = "mad.explain";
    static final String PREVIEW = "mad.openPreview";
    static final List<String> ALL = List.of(SOLVE, STOP, CHECK, PROGRAM, EXPLAIN, PREVIEW);

    private Commands() {}
}
