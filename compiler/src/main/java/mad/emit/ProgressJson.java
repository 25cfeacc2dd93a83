package mad.emit;

import mad.query.Progress;

/** An event of a running solver as one line of JSON; what is not known yet is null. */
public final class ProgressJson {
    private ProgressJson() {}

    public static String line(Progress progress) {
        return Json.text(json -> json.object(event -> event.put("design", progress.design())
                .put("seconds", progress.seconds())
                .put("evaluations", progress.evaluations())
                .put("boxes", progress.nodes())
                .put("incumbent", progress.incumbent())
                .put("bound", progress.bound())
                .put("gap", progress.gap())));
    }
}
