package mad.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mad.model.Body;
import mad.model.Statement;

/** Unrolls bodies of blocks into layers, one statement after the other. */
final class Assembly {
    private final Interpreter interpreter;
    private final List<PlacedLayer> layers = new ArrayList<>();
    private int tensors;

    Assembly(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Layers so far, in the order in which they run. */
    List<PlacedLayer> layers() {
        return layers;
    }

    Tensor tensor(Shape shape) {
        return new Tensor(tensors++, shape);
    }

    /** What leaves {@code body} when {@code in} enters. */
    Tensor run(Body body, Tensor in, Frame frame) {
        Frame seen = frame;
        Tensor at = in;
        for (Statement statement : body.statements()) {
            interpreter.work().enter(statement.span());
            if (statement instanceof Statement.Let let) {
                seen = seen.with(let.symbol(), interpreter.value(let.value(), seen.context()));
            } else {
                at = run(statement, at, seen);
            }
            interpreter.work().leave();
        }
        return at;
    }

    private Tensor run(Statement statement, Tensor in, Frame frame) {
        return switch (statement) {
            case Statement.Let let -> in;
            case Statement.If choice ->
                run(
                        interpreter.truth(choice.condition(), frame.context()) ? choice.then() : choice.otherwise(),
                        in,
                        frame);
            case Statement.Repeat repeat -> repeat(repeat, in, frame);
            case Statement.Inner inner -> {
                Frame.Inner braces = frame.inner();
                yield braces == null ? in : run(braces.body(), in, frame.at(braces));
            }
            case Statement.Use use -> use(use, in, frame);
            case Statement.Layer layer -> layer.primitive().isJoin() ? join(layer, in, frame) : chain(layer, in, frame);
        };
    }

    private Tensor repeat(Statement.Repeat repeat, Tensor in, Frame frame) {
        double count = interpreter.number(repeat.count(), frame.context());
        if (!Numerals.isWhole(count) || count < 0) {
            throw Stopped.at(
                    repeat.count().span(), NetworkMessages.outsideRange("repeat", count, "a whole number, at least 0"));
        }
        Tensor at = in;
        for (long i = 0; i < count; i++) {
            interpreter.work().step(repeat.span());
            at = run(repeat.body(), at, frame);
        }
        return at;
    }

    private Tensor use(Statement.Use use, Tensor in, Frame frame) {
        List<Value> args = interpreter.values(use.args(), frame.context());
        Context context = Arguments.bind(
                use.block().parameters(),
                Arguments.named(use.block().parameters(), args),
                new Context(Scope.EMPTY, new Surroundings(in.shape(), frame.first()), null),
                use.span(),
                interpreter);
        Body written = use.inner();
        Frame.Inner braces = written == null ? null : new Frame.Inner(written, frame);
        return run(use.block().body(), in, frame.inside(use.block(), context, braces));
    }

    private Tensor chain(Statement.Layer statement, Tensor in, Frame frame) {
        if (!(layer(statement, frame) instanceof Chained layer)) {
            throw Stopped.at(statement.span(), NetworkMessages.hole());
        }
        Problem misfit = layer.misfit(in.shape());
        if (misfit != null) {
            throw Stopped.at(statement.span(), misfit);
        }
        Tensor out = tensor(layer.output(in.shape()));
        boolean overwrites = layer.inPlace() && !frame.waiting().contains(in);
        layers.add(new PlacedLayer(
                layer,
                frame.place(statement.span()),
                in.shape(),
                out.shape(),
                layer.params(in.shape()),
                layer.macs(in.shape()),
                layer.width(in.shape()),
                live(frame.waiting(), List.of(in), overwrites ? List.of() : List.of(out))));
        checkSize(statement);
        return out;
    }

    private Tensor join(Statement.Layer statement, Tensor in, Frame frame) {
        List<Statement.Branch> branches = statement.branches().stream()
                .filter(branch -> exists(branch, frame))
                .toList();
        if (branches.isEmpty()) {
            return in;
        }
        if (branches.size() == 1 && statement.primitive().minBranches() == 2) {
            return run(branches.getFirst().body(), in, frame);
        }
        if (!(layer(statement, frame) instanceof Join join)) {
            throw Stopped.at(statement.span(), NetworkMessages.hole());
        }
        List<Tensor> left = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            List<Tensor> waiting = new ArrayList<>(left);
            if (i + 1 < branches.size()) {
                waiting.add(in);
            }
            boolean main = i == 0 || !join.firstBranchIsMain();
            left.add(run(branches.get(i).body(), in, frame.branch(main, waiting)));
        }
        return joined(statement, join, left, frame);
    }

    private Tensor joined(Statement.Layer statement, Join join, List<Tensor> left, Frame frame) {
        List<Shape> shapes = left.stream().map(Tensor::shape).toList();
        Problem misfit = join.misfit(shapes);
        if (misfit != null) {
            throw Stopped.at(statement.span(), misfit);
        }
        Tensor out = tensor(join.output(shapes));
        boolean overwrites = join.inPlace() && !frame.waiting().contains(left.getFirst());
        layers.add(new PlacedLayer(
                join,
                frame.place(statement.span()),
                join.entering(shapes),
                out.shape(),
                0,
                join.macs(shapes),
                0,
                live(frame.waiting(), left, overwrites ? List.of() : List.of(out))));
        checkSize(statement);
        return out;
    }

    private boolean exists(Statement.Branch branch, Frame frame) {
        return branch.condition() == null || interpreter.truth(branch.condition(), frame.context());
    }

    private Layer layer(Statement.Layer statement, Frame frame) {
        List<Value> args = interpreter.values(statement.args(), frame.context());
        return Layers.of(new LayerArguments(statement.primitive(), args, statement.span()));
    }

    private void checkSize(Statement.Layer statement) {
        if (layers.size() > Work.LAYERS) {
            throw Stopped.at(statement.span(), NetworkMessages.tooManyLayers(Work.LAYERS));
        }
    }

    /** Elements of all these feature maps, each counted once. */
    private static long live(Collection<Tensor> waiting, List<Tensor> in, List<Tensor> out) {
        Set<Tensor> alive = new LinkedHashSet<>(waiting);
        alive.addAll(in);
        alive.addAll(out);
        return Exact.sum(
                alive.stream().mapToLong(tensor -> tensor.shape().elements()).toArray());
    }
}
