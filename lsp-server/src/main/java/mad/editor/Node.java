package mad.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mad.ast.Body;
import mad.ast.Clause;
import mad.ast.Expr;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.Statement;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/** One construct of the syntax tree, whatever its kind, and those directly below it. */
record Node(Span span, Object syntax) {
    static Node of(Item item) {
        return new Node(item.span(), item);
    }

    /** The constructs at {@code offset}, the outermost first. */
    static List<Node> path(Cursor cursor) {
        List<Node> path = new ArrayList<>();
        cursor.item().map(Node::of).ifPresent(node -> descend(node, cursor.offset(), path));
        return path;
    }

    private static void descend(Node node, int offset, List<Node> path) {
        path.add(node);
        for (Node child : node.children()) {
            if (child.span().start() <= offset && offset <= child.span().end()) {
                descend(child, offset, path);
                return;
            }
        }
    }

    /** Shows this construct and all below it to {@code visitor}. */
    void walk(Consumer<Node> visitor) {
        List<Node> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            visitor.accept(node);
            open.addAll(node.children().reversed());
        }
    }

    List<Node> children() {
        Children below = new Children(new ArrayList<>());
        switch (syntax) {
            case Item item -> below.ofItem(item);
            case Member member -> below.ofMember(member);
            case Clause clause -> below.ofClause(clause);
            case Statement statement -> below.ofStatement(statement);
            case Expr expr -> below.ofExpr(expr);
            case Item.Use use -> below.args(use.args());
            case Item.Arg arg -> below.expr(arg.value());
            case Item.Param param -> below.expr(param.fallback());
            case Body body -> below.statements(body);
            case Statement.Branch branch -> below.expr(branch.condition()).body(branch.body());
            default -> {}
        }
        return below.list();
    }

    /** Gathers what lies below, in the order of the text. */
    private record Children(List<Node> list) {
        Children expr(@Nullable Expr expr) {
            if (expr != null) {
                list.add(new Node(expr.span(), expr));
            }
            return this;
        }

        void exprs(List<Expr> exprs) {
            exprs.forEach(this::expr);
        }

        Children body(@Nullable Body body) {
            if (body != null) {
                list.add(new Node(body.span(), body));
            }
            return this;
        }

        void statements(Body body) {
            body.statements().forEach(s -> list.add(new Node(s.span(), s)));
        }

        Children use(Item.@Nullable Use use) {
            if (use != null) {
                list.add(new Node(use.span(), use));
            }
            return this;
        }

        void args(List<Item.Arg> args) {
            args.forEach(a -> list.add(new Node(a.span(), a)));
        }

        Children params(@Nullable List<Item.Param> params) {
            if (params != null) {
                params.forEach(p -> list.add(new Node(p.span(), p)));
            }
            return this;
        }

        void binders(Expr.Binders binders) {
            binders.list().forEach(b -> expr(b.source()));
            expr(binders.where());
        }

        void ofItem(Item item) {
            switch (item) {
                case Item.Import imported -> {}
                case Item.Let let -> params(let.params()).expr(let.value());
                case Item.Metric metric -> params(metric.params()).expr(metric.value());
                case Item.Block block -> params(block.params()).body(block.body());
                case Item.Space space -> {
                    params(space.params()).use(space.base());
                    space.members().forEach(m -> list.add(new Node(m.span(), m)));
                }
                case Item.Budget budget ->
                    params(budget.params()).use(budget.base()).exprs(budget.limits());
                case Item.Design design -> {
                    params(design.params()).use(design.space()).use(design.base());
                    design.clauses().forEach(c -> list.add(new Node(c.span(), c)));
                }
                case Item.Check check -> use(check.design()).exprs(check.conditions());
                case Item.Table table -> expr(table.unit());
                case Item.Sweep sweep -> {
                    use(sweep.design());
                    sweep.axes().forEach(a -> expr(a.values()));
                }
                case Item.Frontier frontier ->
                    use(frontier.design())
                            .expr(frontier.first().value())
                            .expr(frontier.second().value())
                            .expr(frontier.points());
                case Item.Broken broken -> {}
            }
        }

        void ofMember(Member member) {
            switch (member) {
                case Item.Let let -> ofItem(let);
                case Member.Input input -> args(input.args());
                case Member.Var var -> expr(var.domain());
                case Member.Part part -> {
                    for (Member.Choice choice : part.choices()) {
                        switch (choice) {
                            case Member.Choice.Apply a ->
                                list.add(new Node(a.apply().span(), a.apply()));
                            case Member.Choice.Inline inline -> body(inline.body());
                        }
                    }
                    expr(part.depth());
                }
                case Member.Output output -> {}
                case Member.Require require -> expr(require.condition());
            }
        }

        void ofClause(Clause clause) {
            switch (clause) {
                case Item.Let let -> ofItem(let);
                case Member.Require require -> expr(require.condition());
                case Clause.Within within -> within.budgets().forEach(this::use);
                case Clause.Goal goal -> expr(goal.value());
                case Clause.Prefer prefer -> expr(prefer.condition()).expr(prefer.weight());
                case Clause.Report report -> exprs(report.metrics());
            }
        }

        void ofStatement(Statement statement) {
            switch (statement) {
                case Item.Let let -> ofItem(let);
                case Statement.If s -> expr(s.condition()).body(s.then()).body(s.otherwise());
                case Statement.Repeat s -> expr(s.count()).body(s.body());
                case Statement.Inner s -> {}
                case Statement.Apply s -> {
                    args(s.args());
                    s.branches().forEach(b -> list.add(new Node(b.span(), b)));
                }
                case Statement.Missing s -> {}
            }
        }

        void ofExpr(Expr expr) {
            switch (expr) {
                case Expr.Number e -> {}
                case Expr.Text e -> {}
                case Expr.Bool e -> {}
                case Expr.Ref e -> {}
                case Expr.Missing e -> {}
                case Expr.Select e -> expr(e.target());
                case Expr.Index e -> expr(e.target()).expr(e.index());
                case Expr.Call e -> expr(e.target()).args(e.args());
                case Expr.Aggregate e -> {
                    expr(e.target()).binders(e.binders());
                    expr(e.value());
                }
                case Expr.ForAll e -> {
                    binders(e.binders());
                    expr(e.condition());
                }
                case Expr.If e -> expr(e.condition()).expr(e.then()).expr(e.otherwise());
                case Expr.Not e -> expr(e.operand());
                case Expr.Negate e -> expr(e.operand());
                case Expr.Binary e -> expr(e.left()).expr(e.right());
                case Expr.Compare e -> exprs(e.operands());
                case Expr.Is e -> expr(e.layer());
                case Expr.Range e -> expr(e.from()).expr(e.to()).expr(e.step());
                case Expr.SetOf e -> exprs(e.values());
                case Expr.ListOf e -> exprs(e.values());
                case Expr.ListFor e -> {
                    expr(e.value());
                    binders(e.binders());
                }
                case Expr.RecordOf e -> e.fields().forEach(f -> expr(f.value()));
                case Expr.Upto e -> expr(e.collection()).expr(e.end());
            }
        }
    }
}
