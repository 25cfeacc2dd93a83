package mad.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mad.ast.Body;
import mad.ast.Clause;
import mad.ast.Item;
import mad.ast.Member;
import mad.ast.SourceTree;
import mad.ast.Statement;

/** Where things start: what may stand on a line of its own without being the continuation of the line before. */
final class Starts {
    private final Set<Integer> starts = new HashSet<>();
    private final Set<Integer> bodies = new HashSet<>();
    private final TreeMap<Integer, Item> items = new TreeMap<>();

    static Starts of(SourceTree tree) {
        Starts starts = new Starts();
        tree.items().forEach(starts::item);
        return starts;
    }

    boolean isItem(int offset) {
        return items.containsKey(offset);
    }

    boolean isStart(int offset) {
        return starts.contains(offset);
    }

    boolean isBody(int offset) {
        return bodies.contains(offset);
    }

    /** Whether the item around {@code offset} has no body, so that its braces are values. */
    boolean isInValue(int offset) {
        return switch (around(offset)) {
            case Item.Let l -> true;
            case Item.Metric m -> true;
            case Item.Table t -> true;
            case Item.Import i -> false;
            case Item.Block b -> false;
            case Item.Space s -> false;
            case Item.Budget b -> false;
            case Item.Design d -> false;
            case Item.Check c -> false;
            case Item.Sweep s -> false;
            case Item.Frontier f -> false;
            case Item.Broken b -> true;
        };
    }

    /** Whether the braces of the item around {@code offset} hold a list with commas. */
    boolean isListed(int offset) {
        return !bodies.contains(offset)
                && switch (around(offset)) {
                    case Item.Import i -> true;
                    case Item.Budget b -> true;
                    case Item.Check c -> true;
                    case Item.Sweep s -> true;
                    case Item.Let l -> true;
                    case Item.Metric m -> true;
                    case Item.Table t -> true;
                    case Item.Block b -> false;
                    case Item.Space s -> false;
                    case Item.Design d -> false;
                    case Item.Frontier f -> false;
                    case Item.Broken b -> false;
                };
    }

    private Item around(int offset) {
        return items.floorEntry(offset).getValue();
    }

    private void item(Item item) {
        items.put(item.span().start(), item);
        starts.add(item.span().start());
        switch (item) {
            case Item.Block b -> body(b.body());
            case Item.Space s -> s.members().forEach(this::member);
            case Item.Design d -> d.clauses().forEach(c -> starts.add(c.span().start()));
            case Item.Frontier f ->
                List.<Clause>of(f.first(), f.second())
                        .forEach(goal -> starts.add(goal.span().start()));
            case Item.Import i -> {}
            case Item.Let l -> {}
            case Item.Metric m -> {}
            case Item.Budget b -> {}
            case Item.Check c -> {}
            case Item.Table t -> {}
            case Item.Sweep s -> {}
            case Item.Broken b -> {}
        }
    }

    private void member(Member member) {
        starts.add(member.span().start());
        if (member instanceof Member.Part part) {
            for (Member.Choice choice : part.choices()) {
                switch (choice) {
                    case Member.Choice.Apply a -> branches(a.apply());
                    case Member.Choice.Inline i -> body(i.body());
                }
            }
        }
    }

    private void body(Body body) {
        bodies.add(body.span().start());
        body.statements().forEach(this::statement);
    }

    private void statement(Statement statement) {
        starts.add(statement.span().start());
        switch (statement) {
            case Statement.If i -> {
                body(i.then());
                if (i.otherwise() != null) {
                    body(i.otherwise());
                }
            }
            case Statement.Repeat r -> body(r.body());
            case Statement.Apply a -> branches(a);
            case Statement.Inner i -> {}
            case Statement.Missing m -> {}
            case Item.Let l -> {}
        }
    }

    private void branches(Statement.Apply apply) {
        apply.branches().forEach(branch -> body(branch.body()));
    }
}
