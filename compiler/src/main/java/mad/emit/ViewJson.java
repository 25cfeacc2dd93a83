package mad.emit;

import java.io.IOException;
import java.util.Locale;
import mad.view.View;
import org.jspecify.annotations.Nullable;

/** A view as one line of JSON, for whatever draws it. {@code docs/view.schema.json} is its schema; what is unknown is left out. */
public final class ViewJson {
    private ViewJson() {}

    public static String line(View view) {
        return Json.text(json -> json.object(o -> o.put("uri", view.uri())
                .put("version", view.version())
                .put("title", view.title())
                .array("problems", view.problems(), ViewJson::problem)
                .array("designs", view.designs(), ViewJson::design)
                .array("plots", view.plots(), ViewJson::plot)));
    }

    private static void problem(Json json, View.Problem problem) throws IOException {
        json.object(o -> {
            o.put("severity", problem.severity()).put("code", problem.code()).put("message", problem.message());
            source(o, problem.source());
        });
    }

    private static void design(Json json, View.Design design) throws IOException {
        json.object(o -> {
            o.put("name", design.name()).put("space", design.space());
            source(o, design.source());
            o.put("status", design.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            o.put("current", design.current());
            known(o, "reason", design.reason());
            known(o, "goal", design.goal());
            known(o, "objective", design.objective());
            known(o, "bound", design.bound());
            known(o, "gap", design.gap());
            o.array(
                    "parts",
                    design.parts(),
                    (j, part) -> j.object(p -> p.put("name", part.name())
                            .put("value", part.value())
                            .put("unit", part.unit())));
            View.Network network = design.network();
            if (network != null) {
                network(o, network);
            }
            o.array("budgets", design.budgets(), ViewJson::budget);
            o.array("controls", design.controls(), ViewJson::control);
            o.array("active", design.active(), ViewJson::active);
            proof(o, design.proof());
            View.Conflict conflict = design.conflict();
            if (conflict != null) {
                o.object(
                        "conflict",
                        c -> c.put("message", conflict.message())
                                .array("members", conflict.members(), ViewJson::member));
            }
        });
    }

    private static void network(Json json, View.Network network) throws IOException {
        json.object("network", o -> {
            shape(o, "input", network.input());
            o.array("stages", network.stages(), ViewJson::stage);
            o.put("totals", network.totals());
            o.put("units", network.units());
        });
    }

    private static void stage(Json json, View.Stage stage) throws IOException {
        json.object(o -> {
            o.put("name", stage.name()).put("kind", stage.kind()).put("block", stage.block());
            o.put("depth", stage.depth());
            shape(o, "in", stage.in());
            shape(o, "out", stage.out());
            if (stage.kernel() > 0) {
                o.put("kernel", stage.kernel());
            }
            if (stage.stride() > 0) {
                o.put("stride", stage.stride());
            }
            o.put("arguments", stage.arguments());
            o.put("metrics", stage.metrics());
            o.put("share", stage.share());
            o.array("layers", stage.layers(), ViewJson::layer);
            source(o, stage.source());
        });
    }

    private static void layer(Json json, View.Layer layer) throws IOException {
        json.object(o -> {
            o.put("kind", layer.kind()).put("times", layer.times()).put("repetition", layer.repetition());
            shape(o, "in", layer.in());
            shape(o, "out", layer.out());
            o.put("kernel", layer.kernel()).put("stride", layer.stride()).put("groups", layer.groups());
            o.put("params", layer.params()).put("macs", layer.macs());
        });
    }

    private static void budget(Json json, View.Budget budget) throws IOException {
        json.object(o -> {
            o.put("name", budget.name()).put("budget", budget.budget());
            known(o, "value", budget.value());
            o.put("limit", budget.limit()).put("upper", budget.upper()).put("unit", budget.unit());
            o.put("active", budget.active());
            View.Price price = budget.price();
            if (price != null) {
                o.object("price", p -> {
                    known(p, "gain", price.gain());
                    known(p, "multiplier", price.multiplier());
                    known(p, "most", price.most());
                    p.put("proved", price.proved());
                });
            }
            source(o, budget.source());
            known(o, "control", budget.control());
        });
    }

    private static void control(Json json, View.Control control) throws IOException {
        json.object(o -> {
            o.put("id", control.id()).put("label", control.label());
            o.put("value", control.value()).put("unit", control.unit());
            o.put("least", control.least()).put("most", control.most()).put("step", control.step());
            o.put("log", control.log());
            known(o, "note", control.note());
            source(o, control.source());
        });
    }

    private static void active(Json json, View.Active active) throws IOException {
        json.object(o -> {
            o.put("name", active.name()).put("kind", active.kind());
            o.put("value", active.value()).put("limit", active.limit());
            source(o, active.source());
        });
    }

    private static void proof(Json json, View.Proof proof) throws IOException {
        json.object("proof", o -> {
            o.put("seconds", proof.seconds()).put("evaluations", proof.evaluations());
            known(o, "termination", proof.termination());
            o.array(
                    "points",
                    proof.points(),
                    (j, point) -> j.object(p -> {
                        p.put("seconds", point.seconds());
                        known(p, "incumbent", point.incumbent());
                        known(p, "bound", point.bound());
                    }));
        });
    }

    private static void member(Json json, View.Member member) throws IOException {
        json.object(o -> {
            o.put("text", member.text());
            source(o, member.source());
            View.Needed needed = member.needed();
            if (needed != null) {
                o.object(
                        "needed",
                        n -> n.put("text", needed.text())
                                .put("value", needed.value())
                                .put("unit", needed.unit())
                                .put("proved", needed.proved()));
            }
            known(o, "fix", member.fix());
        });
    }

    private static void plot(Json json, View.Plot plot) throws IOException {
        json.object(o -> {
            o.put("name", plot.name()).put("kind", plot.kind());
            axis(o, "x", plot.x());
            axis(o, "y", plot.y());
            o.array(
                    "points",
                    plot.points(),
                    (j, point) -> j.object(p -> {
                        p.put("x", point.x()).put("y", point.y());
                        known(p, "bound", point.bound());
                        p.put("proved", point.proved()).put("label", point.label());
                        View.Design design = point.design();
                        if (design != null) {
                            p.key("design");
                            design(p, design);
                        }
                    }));
            o.put("running", plot.running());
        });
    }

    private static void axis(Json json, String key, View.Axis axis) throws IOException {
        json.object(key, a -> a.put("label", axis.label()).put("unit", axis.unit()));
    }

    private static void shape(Json json, String key, View.Shape shape) throws IOException {
        json.object(
                key,
                s -> s.put("channels", shape.channels())
                        .put("rows", shape.rows())
                        .put("columns", shape.columns()));
    }

    private static void source(Json json, View.@Nullable Source source) throws IOException {
        if (source != null) {
            json.object(
                    "source",
                    s -> s.put("uri", source.uri()).object("range", r -> {
                        View.Range range = source.range();
                        r.object("start", p -> p.put("line", range.line()).put("character", range.column()));
                        r.object("end", p -> p.put("line", range.endLine()).put("character", range.endColumn()));
                    }));
        }
    }

    private static void known(Json json, String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.put(key, value);
        }
    }

    private static void known(Json json, String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.put(key, value);
        }
    }
}
