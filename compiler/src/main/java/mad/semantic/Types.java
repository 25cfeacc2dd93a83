package mad.semantic;

import java.util.Map;
import mad.model.Parameter;
import mad.model.Type;
import mad.model.Unit;
import org.jspecify.annotations.Nullable;

/** The rules of types: what may stand where, and what two branches have in common. */
final class Types {
    private Types() {}

    /** A type name of the language and what it asks of a number besides its type. */
    record NamedType(Type type, Parameter.Range range) {}

    static final Map<String, NamedType> BY_NAME = Map.ofEntries(
            plain("real", Type.REAL),
            plain("int", Type.INT),
            Map.entry("count", new NamedType(Type.INT, Parameter.Range.AT_LEAST_ZERO)),
            Map.entry("channels", new NamedType(Type.INT, Parameter.Range.AT_LEAST_ONE)),
            Map.entry("odd", new NamedType(Type.INT, Parameter.Range.ODD)),
            plain("bool", Type.BOOL),
            plain("text", Type.TEXT),
            plain("bytes", new Type.Num(Unit.BYTES, false)),
            plain("time", new Type.Num(Unit.SECONDS, false)),
            plain("energy", new Type.Num(Unit.JOULES, false)),
            plain("layer", Type.LAYER),
            plain("stage", Type.PART),
            plain("level", Type.LEVEL));

    private static Map.Entry<String, NamedType> plain(String name, Type type) {
        return Map.entry(name, new NamedType(type, Parameter.Range.ANY));
    }

    /** Fields of one record, those of records inside it included. */
    static final int MOST_FIELDS = 1_000;

    /** Whether a record, made of records that are not, is larger than any that somebody means. */
    static boolean isLarge(Type.Rec record) {
        return fields(record) > MOST_FIELDS;
    }

    private static int fields(Type type) {
        return switch (type) {
            case Type.Rec rec ->
                rec.fields().stream().mapToInt(f -> 1 + fields(f.type())).sum();
            case Type.ListOf list -> fields(list.element());
            default -> 0;
        };
    }

    /** Whether a value of type {@code actual} may stand where {@code wanted} is asked for. */
    static boolean fits(Type actual, Type wanted) {
        if (actual instanceof Type.Unknown || wanted instanceof Type.Unknown) {
            return true;
        }
        if (actual instanceof Type.Num a && wanted instanceof Type.Num w) {
            return a.unit().equals(w.unit()) && (a.integer() || !w.integer());
        }
        if (actual instanceof Type.ListOf a && wanted instanceof Type.ListOf w) {
            return fits(a.element(), w.element());
        }
        if (actual instanceof Type.Rec a && wanted instanceof Type.Rec w) {
            return w.fields().stream()
                    .allMatch(f ->
                            a.fields().stream().anyMatch(g -> g.name().equals(f.name()) && fits(g.type(), f.type())));
        }
        return actual.equals(wanted);
    }

    /** The narrowest type that holds both, or null where there is none. */
    static @Nullable Type common(Type a, Type b) {
        if (a instanceof Type.Unknown) {
            return b;
        }
        if (b instanceof Type.Unknown) {
            return a;
        }
        if (a instanceof Type.Num x && b instanceof Type.Num y) {
            return x.unit().equals(y.unit()) ? new Type.Num(x.unit(), x.integer() && y.integer()) : null;
        }
        if (a instanceof Type.DomainOf x && b instanceof Type.DomainOf y) {
            return common(x.element(), y.element()) instanceof Type.Num element ? new Type.DomainOf(element) : null;
        }
        if (a instanceof Type.ListOf x && b instanceof Type.ListOf y) {
            Type element = common(x.element(), y.element());
            return element == null ? null : new Type.ListOf(element);
        }
        return fits(a, b) ? b : fits(b, a) ? a : null;
    }
}
