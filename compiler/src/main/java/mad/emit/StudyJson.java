package mad.emit;

import java.util.List;
import java.util.Locale;
import mad.query.Snapshot;
import mad.query.Study;

/** One line of JSON for each point of a study: where it lies, what is known of it, and its design as {@link AnswerJson} writes it. */
public final class StudyJson {
    private StudyJson() {}

    public static List<String> lines(Study study, Snapshot snapshot) {
        return study.points().stream()
                .map(point -> Json.text(json -> json.object(o -> {
                    o.put("name", study.name());
                    o.put("kind", study.kind().name().toLowerCase(Locale.ROOT));
                    o.object("at", at -> {
                        for (int i = 0; i < point.at().size(); i++) {
                            at.put(study.axes().get(i).name(), point.at().get(i).doubleValue());
                        }
                    });
                    o.put("status", status(point.status()));
                    o.put("value", point.value());
                    o.put("bound", point.bound());
                    o.put("gap", point.gap());
                    o.put("used", point.used());
                    o.object("answer", a -> AnswerJson.write(a, study.design(), point.answer(), snapshot));
                })))
                .toList();
    }

    /** {@code nothing-found}. */
    static String status(Study.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
