package mad.emit;

import java.io.IOException;
import java.util.List;
import mad.verify.Verdict;

/** What the checker says of a certificate, as one line of JSON. */
public final class VerdictJson {
    private VerdictJson() {}

    /**
     * @param certificate the name of its file
     * @param differences why a proof that holds is not of the text that was given; empty where it is, or where none was given
     * @param compared designs at which program and layers were found to agree
     */
    public static String line(String certificate, Verdict verdict, List<String> differences, int compared) {
        return Json.text(json -> json.object(o -> {
            o.put("certificate", certificate);
            switch (verdict) {
                case Verdict.Verified verified -> verified(o, verified, differences, compared);
                case Verdict.Unproved(int line, String reason) ->
                    o.put("status", "refused").put("line", line).put("reason", reason);
            }
        }));
    }

    private static void verified(Json o, Verdict.Verified verified, List<String> differences, int compared)
            throws IOException {
        o.put("status", differences.isEmpty() ? "verified" : "differs");
        o.put("design", verified.design());
        o.put("claim", verified.infeasible() ? "infeasible" : "bounded");
        o.put("objective", verified.objective());
        o.put("bound", verified.bound());
        o.put("gap", verified.gap());
        o.put("boxes", verified.boxes());
        o.put("compared", compared);
        o.array("differences", differences, Json::text);
    }
}
