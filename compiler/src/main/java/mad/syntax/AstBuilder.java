package mad.syntax;

import java.util.List;
import java.util.Optional;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.TypeRef;
import mad.grammar.MadParser.AxisContext;
import mad.grammar.MadParser.BlockItemContext;
import mad.grammar.MadParser.BudgetItemContext;
import mad.grammar.MadParser.CheckItemContext;
import mad.grammar.MadParser.DesignItemContext;
import mad.grammar.MadParser.FieldTypeContext;
import mad.grammar.MadParser.FrontierItemContext;
import mad.grammar.MadParser.ImportItemContext;
import mad.grammar.MadParser.ImportNameContext;
import mad.grammar.MadParser.ItemContext;
import mad.grammar.MadParser.LetItemContext;
import mad.grammar.MadParser.MetricItemContext;
import mad.grammar.MadParser.ParamContext;
import mad.grammar.MadParser.ParamsContext;
import mad.grammar.MadParser.SpaceItemContext;
import mad.grammar.MadParser.SweepItemContext;
import mad.grammar.MadParser.TableItemContext;
import mad.grammar.MadParser.TypeContext;
import mad.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * The only bridge from the grammar's trees to {@code mad.ast}; items here, the rest in the builders it holds. The trees are always whole,
 * because {@link Repair} mends tokens before they are read; what had to be inserted becomes a missing node.
 */
final class AstBuilder {
    private final Spans spans;
    private final Nesting nesting = new Nesting();
    private final ExprBuilder exprs;
    private final StatementBuilder statements;
    private final MemberBuilder members;

    AstBuilder(Spans spans) {
        this.spans = spans;
        this.exprs = new ExprBuilder(spans, nesting);
        this.statements = new StatementBuilder(spans, nesting, exprs, this::let);
        this.members = new MemberBuilder(spans, exprs, statements, this::let);
    }

    /** Where the tree was cut because it became too deep. */
    Optional<Span> tooDeep() {
        return Optional.ofNullable(nesting.tooDeep()).map(spans::of);
    }

    Item item(ItemContext c) {
        return switch (c.getChild(0)) {
            case ImportItemContext i -> importItem(i);
            case LetItemContext l -> let(l);
            case MetricItemContext m ->
                new Item.Metric(
                        spans.of(m),
                        doc(m),
                        spans.name(m.name()),
                        params(m.params()),
                        optional(m.type()),
                        exprs.expr(m.expr()));
            case BlockItemContext b ->
                new Item.Block(
                        spans.of(b), doc(b), spans.name(b.name()), params(b.params()), statements.body(b.body()));
            case SpaceItemContext s ->
                new Item.Space(
                        spans.of(s),
                        doc(s),
                        spans.name(s.name()),
                        params(s.params()),
                        s.use() == null ? null : members.use(s.use()),
                        s.member().stream().map(members::member).toList());
            case BudgetItemContext b ->
                new Item.Budget(
                        spans.of(b),
                        doc(b),
                        spans.name(b.name()),
                        params(b.params()),
                        b.use() == null ? null : members.use(b.use()),
                        exprs.exprs(b.expr()));
            case DesignItemContext d -> design(d);
            case CheckItemContext k -> new Item.Check(spans.of(k), doc(k), members.use(k.use()), exprs.exprs(k.expr()));
            case TableItemContext t -> table(t);
            case SweepItemContext s ->
                new Item.Sweep(
                        spans.of(s),
                        doc(s),
                        spans.name(s.name()),
                        members.use(s.use()),
                        s.axis().stream().map(this::axis).toList());
            case FrontierItemContext f ->
                new Item.Frontier(
                        spans.of(f),
                        doc(f),
                        spans.name(f.name()),
                        members.use(f.use()),
                        members.goal(f.goal(0)),
                        members.goal(f.goal(1)),
                        exprs.expr(f.expr()));
            default -> throw new IllegalStateException("an item without an alternative");
        };
    }

    private Item.Import importItem(ImportItemContext c) {
        TerminalNode file = c.STRING();
        Item.Target target = file == null
                ? new Item.Target(exprs.path(c.path()).text(), false, spans.of(c.path()))
                : new Item.Target(Texts.value(file.getText()), true, spans.of(file.getSymbol()));
        List<Item.ImportName> names =
                c.importName().stream().map(this::importName).toList();
        return new Item.Import(spans.of(c), target, names, c.name() == null ? null : spans.name(c.name()));
    }

    private Item.ImportName importName(ImportNameContext c) {
        return new Item.ImportName(spans.name(c.name(0)), c.name().size() == 1 ? null : spans.name(c.name(1)));
    }

    private Item.Let let(LetItemContext c) {
        List<Item.Param> params = c.params() == null ? null : params(c.params());
        return new Item.Let(
                spans.of(c), doc(c), spans.name(c.name()), params, optional(c.type()), exprs.expr(c.expr()));
    }

    private Item.Design design(DesignItemContext c) {
        Item.Use use = c.use() == null ? null : members.use(c.use());
        boolean extending = use != null
                && ((TerminalNode) c.getChild(c.children.indexOf(c.use()) - 1))
                        .getText()
                        .equals("extends");
        return new Item.Design(
                spans.of(c),
                doc(c),
                spans.name(c.name()),
                params(c.params()),
                extending ? null : use,
                extending ? use : null,
                c.clause().stream().map(members::clause).toList());
    }

    private Item.Table table(TableItemContext c) {
        Span place = spans.of(c.STRING().getSymbol());
        List<Name> names = c.name().stream().map(spans::name).toList();
        return new Item.Table(
                spans.of(c),
                doc(c),
                names.getFirst(),
                new Name(Texts.value(c.STRING().getText()), place),
                names.subList(1, names.size() - 1),
                names.getLast(),
                exprs.optional(c.expr()));
    }

    private Item.Axis axis(AxisContext c) {
        return new Item.Axis(spans.name(c.name()), exprs.expr(c.expr()));
    }

    private List<Item.Param> params(@Nullable ParamsContext c) {
        return c == null ? List.of() : c.param().stream().map(this::param).toList();
    }

    private Item.Param param(ParamContext c) {
        boolean once = c.getChild(0) instanceof TerminalNode;
        return new Item.Param(
                spans.of(c), doc(c), once, spans.name(c.name()), type(c.type()), exprs.optional(c.expr()));
    }

    private @Nullable TypeRef optional(@Nullable TypeContext c) {
        return c == null ? null : type(c);
    }

    private TypeRef type(TypeContext c) {
        Span span = spans.of(c);
        if (Spans.isMissing(c) || !nesting.enter(1, c.start)) {
            return new TypeRef.Missing(span);
        }
        try {
            return c.type() != null
                    ? new TypeRef.ListOf(span, type(c.type()))
                    : c.fieldType().isEmpty()
                            ? new TypeRef.Named(span, c.getText())
                            : new TypeRef.RecordOf(
                                    span,
                                    c.fieldType().stream().map(this::fieldType).toList());
        } finally {
            nesting.leave(1);
        }
    }

    private TypeRef.Field fieldType(FieldTypeContext c) {
        return new TypeRef.Field(spans.name(c.name()), type(c.type()));
    }

    private static String doc(ParserRuleContext c) {
        return MemberBuilder.doc(c);
    }
}
