package mad.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<Integer, Integer> columns = new HashMap<>();

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

    /** The width of the column that the keyword at {@code offset} shares with its neighbours, or 0 where it stands for itself. */
    int column(int offset) {
        return columns.getOrDefault(offset, 0);
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
            case Item.Space s -> {
                s.members().forEach(this::member);
                Map<Integer, Integer> parts = new HashMap<>();
                s.members().forEach(m -> parts.put(m.span().start(), keyword(m)));
                column(parts);
            }
            case Item.Design d -> {
                d.clauses().forEach(c -> starts.add(c.span().start()));
                Map<Integer, Integer> clauses = new HashMap<>();
                d.clauses().forEach(c -> clauses.put(c.span().start(), keyword(c)));
                column(clauses);
            }
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

    /** The width of the keyword of a part; 0 for other members, whose keywords stand for themselves. */
    private static int keyword(Member member) {
        return member instanceof Member.Part part ? part.kind().name().length() : 0;
    }

    private static int keyword(Clause clause) {
        return switch (clause) {
            case Clause.Within w -> "within".length();
            case Member.Require r -> "require".length();
            case Clause.Goal g -> g.sense().name().length();
            case Clause.Prefer p -> "prefer".length();
            case Clause.Report r -> "report".length();
            case Item.Let l -> 0;
        };
    }

    private void column(Map<Integer, Integer> keywords) {
        int widest = keywords.values().stream().mapToInt(width -> width).max().orElse(0);
        keywords.forEach((offset, width) -> columns.put(offset, width > 0 ? widest : 0));
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
