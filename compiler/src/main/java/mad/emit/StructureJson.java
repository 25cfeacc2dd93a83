package mad.emit;

import java.io.IOException;
import mad.query.StructureReport;

/** What the solver sees in a program, as one line of JSON. */
public final class StructureJson {
    private StructureJson() {}

    public static String line(StructureReport report) {
        return Json.text(json -> json.object(o -> write(o, report)));
    }

    private static void write(Json o, StructureReport report) throws IOException {
        o.put("design", report.design());
        o.put("magnitude", report.magnitude());
        o.array("variables", report.variables(), StructureJson::variable);
        o.object("objective", g -> goal(g, report.goal()));
        o.array("constraints", report.rows(), StructureJson::row);
        o.array("clusters", report.links(), StructureJson::cluster);
        o.put("engine", report.engine());
        o.put("method", report.method());
        o.put("why", report.why().isEmpty() ? null : report.why());
    }

    private static void variable(Json json, StructureReport.Choice choice) throws IOException {
        json.object(o -> {
            o.put("name", choice.name()).put("domain", choice.domain());
            if (choice.values() > 0) {
                o.put("values", choice.values());
            }
            place(o, choice.at());
        });
    }

    private static void goal(Json o, StructureReport.Goal goal) throws IOException {
        o.put("sense", goal.sense()).put("bounded", goal.bounded()).put("curvature", goal.curvature());
        place(o, goal.at());
    }

    private static void row(Json json, StructureReport.Row row) throws IOException {
        json.object(o -> {
            o.put("name", row.name())
                    .put("kind", row.kind())
                    .put("parts", row.parts())
                    .put("variables", row.reads())
                    .put("curvature", row.curvature());
            place(o, row.at());
        });
    }

    private static void cluster(Json json, StructureReport.Cluster cluster) throws IOException {
        json.object(o -> o.array("before", cluster.before(), Json::text)
                .array("after", cluster.after(), Json::text)
                .array("swept", cluster.swept(), Json::text)
                .array("enumerated", cluster.enumerated(), Json::text)
                .array("ends", cluster.ends(), Json::text)
                .put("weighs", cluster.weighs())
                .put("cells", cluster.cells()));
    }

    private static void place(Json o, StructureReport.Place at) throws IOException {
        o.put("file", at.file()).put("line", at.line()).put("column", at.column());
    }
}
