package mad.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Type;
import mad.query.OwnLimit;
import mad.query.Snapshot;
import mad.query.StandardLibrary;
import mad.query.Units;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** The numbers of a design that may be dragged: limits, parameters and arguments that stand as one number in the files of the project. */
public final class Controls {
    private static final double WIDE = 4;
    private static final int FEW = 8;

    private final List<Handle> handles = new ArrayList<>();

    /** A number, and what drags it. */
    private record Handle(
            String id,
            String label,
            Literal literal,
            @Nullable OwnLimit own,
            double least,
            Type type) {}

    private Controls() {}

    public static Controls of(Definition.Design design, Snapshot snapshot) {
        Controls controls = new Controls();
        Written written = new Written(snapshot, design);
        for (Parameter parameter : design.parameters()) {
            controls.add("parameter", parameter, parameter.fallback(), written);
        }
        for (int i = 0;
                i
                        < Math.min(
                                design.spaceArgs().size(),
                                design.space().parameters().size());
                i++) {
            controls.add(
                    "argument",
                    design.space().parameters().get(i),
                    design.spaceArgs().get(i),
                    written);
        }
        for (Limitation limitation : Limitation.of(design, snapshot)) {
            if (limitation.literal() != null) {
                String name = limitation.name() + (limitation.upper() ? "" : " at least");
                controls.add(
                        "limit:" + name,
                        name,
                        limitation.literal(),
                        limitation.own(),
                        Double.NEGATIVE_INFINITY,
                        limitation.value().type());
            }
        }
        return controls;
    }

    private void add(String kind, Parameter parameter, @Nullable Expression value, Written written) {
        Literal literal = value == null ? null : written.literal(value);
        double least = switch (parameter.range()) {
            case ANY -> Double.NEGATIVE_INFINITY;
            case AT_LEAST_ZERO -> 0;
            case AT_LEAST_ONE, ODD -> 1;
        };
        if (literal != null) {
            Literal stepped = parameter.range() == Parameter.Range.ODD ? literal.byTwo() : literal;
            add(
                    kind + ":" + parameter.name(),
                    parameter.name(),
                    stepped,
                    null,
                    least,
                    parameter.symbol().type());
        }
    }

    private void add(String id, String label, Literal literal, @Nullable OwnLimit own, double least, Type type) {
        boolean known = handles.stream().anyMatch(h -> h.literal().span().equals(literal.span()));
        if (!known && (own != null || !StandardLibrary.isModule(literal.span().file()))) {
            Set<String> taken = new HashSet<>();
            handles.forEach(h -> taken.add(h.id()));
            String free = id;
            for (int i = 2; taken.contains(free); i++) {
                free = id + "#" + i;
            }
            handles.add(new Handle(free, label, literal, own, least, type));
        }
    }

    /** The edits that give a control's number another value; none where there is no such control. */
    public List<Diagnostic.Edit> edits(String id, double value) {
        return handles.stream()
                .filter(h -> h.id().equals(id))
                .map(h -> written(h.literal(), h.own(), h.literal().write(value)))
                .findFirst()
                .orElse(List.of());
    }

    /** The edits that write a number: in its place, or as a limit of the design's own. */
    static List<Diagnostic.Edit> written(Literal literal, @Nullable OwnLimit own, String number) {
        return own == null ? List.of(new Diagnostic.Edit(literal.span(), number)) : own.with(number);
    }

    @Nullable
    String at(@Nullable Literal literal) {
        Span span = literal == null ? null : literal.span();
        return handles.stream()
                .filter(h -> h.literal().span().equals(span))
                .map(Handle::id)
                .findFirst()
                .orElse(null);
    }

    List<View.Control> views(Places places) {
        return handles.stream().map(h -> view(h, places)).toList();
    }

    /** A quarter to four times of a quantity, on a logarithmic scale; small counts one by one. */
    private static View.Control view(Handle handle, Places places) {
        Literal literal = handle.literal();
        double value = literal.value();
        boolean small = literal.whole() && Math.abs(value) <= FEW;
        boolean log = value > 0 && !small;
        double far = small ? Math.max(2 * FEW, value) : value == 0 ? 1 : WIDE * Math.abs(value);
        double near = small ? 0 : log ? value / WIDE : -far;
        double least = Math.max(handle.least(), value < 0 ? -far : near);
        return new View.Control(
                handle.id(),
                handle.label(),
                value,
                Units.symbol(handle.type()),
                literal.rounded(least),
                literal.rounded(far),
                literal.step(),
                log,
                handle.own() == null
                        ? null
                        : "writes `budget " + handle.own().budget() + " extends "
                                + handle.own().base() + "`",
                places.source(literal.span()));
    }
}
