package mad.ast;

import java.util.List;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** A top-level item. {@code doc} is the Markdown of its {@code ///} comment, empty where there is none. */
public sealed interface Item {
    Span span();

    /** {@code import mad.blocks { ConvBnRelu, Bottleneck as B }} or {@code import "nets.mad" as nets}. */
    record Import(
            Span span,
            Target target,
            List<ImportName> names,
            @Nullable Name alias) implements Item {
        public Import {
            names = List.copyOf(names);
        }
    }

    /** What is imported: a module by dotted name, or a file relative to the importing one. */
    record Target(String text, boolean isFile, Span span) {}

    record ImportName(Name name, @Nullable Name alias) {
        /** The name under which it is known in the importing file. */
        public Name local() {
            return alias == null ? name : alias;
        }
    }

    /** {@code let clamp(v: real, lo: real, hi: real) = max(lo, min(v, hi))}; a constant where {@code params} is null. */
    record Let(
            Span span,
            String doc,
            Name name,
            @Nullable List<Param> params,
            @Nullable TypeRef type,
            Expr value) implements Item, Statement, Member, Clause {}

    record Metric(
            Span span,
            String doc,
            Name name,
            List<Param> params,
            @Nullable TypeRef type,
            Expr value) implements Item {}

    record Block(Span span, String doc, Name name, List<Param> params, Body body) implements Item {}

    record Space(
            Span span,
            String doc,
            Name name,
            List<Param> params,
            @Nullable Use base,
            List<Member> members) implements Item {
        public Space {
            members = List.copyOf(members);
        }
    }

    record Budget(
            Span span,
            String doc,
            Name name,
            List<Param> params,
            @Nullable Use base,
            List<Expr> limits) implements Item {
        public Budget {
            limits = List.copyOf(limits);
        }
    }

    /** Exactly one of {@code space} (after {@code of}) and {@code base} (after {@code extends}) is present in a valid design. */
    record Design(
            Span span,
            String doc,
            Name name,
            List<Param> params,
            @Nullable Use space,
            @Nullable Use base,
            List<Clause> clauses)
            implements Item {
        public Design {
            clauses = List.copyOf(clauses);
        }
    }

    record Check(Span span, String doc, Use design, List<Expr> conditions) implements Item {
        public Check {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code table Phone from "phone.csv" key (kind, out, size) value latency * 1 ms}. */
    record Table(
            Span span,
            String doc,
            Name name,
            Name file,
            List<Name> keys,
            Name value,
            @Nullable Expr unit) implements Item {
        public Table {
            keys = List.copyOf(keys);
        }
    }

    record Sweep(Span span, String doc, Name name, Use design, List<Axis> axes) implements Item {
        public Sweep {
            axes = List.copyOf(axes);
        }
    }

    record Axis(Name name, Expr values) {}

    record Frontier(Span span, String doc, Name name, Use design, Clause.Goal first, Clause.Goal second, Expr points)
            implements Item {}

    /** Text that is no item; its error has been reported. {@code name} is what it seemed to define, possibly missing. */
    record Broken(Span span, Name name) implements Item {}

    /** {@code once} parameters keep their argument in the first repetition of a stage and fall back to the default after it. */
    record Param(
            Span span,
            String doc,
            boolean once,
            Name name,
            TypeRef type,
            @Nullable Expr fallback) {}

    /** A reference to a named thing with arguments: {@code ResNet(width: 2)}. */
    record Use(Span span, Path path, List<Arg> args) {
        public Use {
            args = List.copyOf(args);
        }
    }

    /** An argument; positional where {@code name} is null. */
    record Arg(Span span, @Nullable Name name, Expr value) {}
}
