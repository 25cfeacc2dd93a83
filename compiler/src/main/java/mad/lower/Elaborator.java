package mad.lower;

import java.util.ArrayList;
import java.util.List;
import mad.model.Body;
import mad.model.Definition;
import mad.model.Expression;
import mad.model.Parameter;
import mad.model.Primitive;
import mad.model.Statement;
import mad.program.Term;
import mad.program.Terms;
import mad.source.Span;

/** Writes out the bodies of blocks as symbolic layers. A condition that depends on decisions guards the layers below it. */
final class Elaborator {
    private static final int MOST_LAYERS = 50_000;

    private final Terms t;
    private final Evaluator evaluator;
    private final LayerFormulas formulas;
    private final Joins joins;
    private final Validity validity;
    private final List<SymbolicLayer> layers = new ArrayList<>();
    private int tensors;

    Elaborator(Terms t, Evaluator evaluator, Validity validity) {
        this.t = t;
        this.evaluator = evaluator;
        this.formulas = new LayerFormulas(t);
        this.validity = validity;
        this.joins = new Joins(t, validity);
    }

    Tensor tensor(Extent extent) {
        return Tensor.of(tensors++, extent, t);
    }

    /** Takes the layers since the last call. */
    List<SymbolicLayer> take() {
        List<SymbolicLayer> taken = List.copyOf(layers);
        layers.clear();
        return taken;
    }

    Tensor run(Body body, Tensor in, Frame frame) {
        Frame seen = frame;
        Tensor at = in;
        for (Statement statement : body.statements()) {
            evaluator.step(statement.span());
            if (statement instanceof Statement.Let let) {
                seen = seen.with(let.symbol(), evaluator.value(let.value(), Context.of(seen.environment())));
            } else {
                at = run(statement, at, seen);
            }
        }
        return at;
    }

    private Tensor run(Statement statement, Tensor in, Frame frame) {
        return switch (statement) {
            case Statement.Let let -> in;
            case Statement.If choice -> choose(choice, in, frame);
            case Statement.Repeat repeat -> repeat(repeat, in, frame);
            case Statement.Inner inner ->
                frame.inner() == null ? in : run(frame.inner().body(), in, frame.at(frame.inner()));
            case Statement.Use use -> use(use, in, frame);
            case Statement.Layer layer -> layer.primitive().isJoin() ? join(layer, in, frame) : chain(layer, in, frame);
        };
    }

    private Tensor choose(Statement.If choice, Tensor in, Frame frame) {
        Term asked = evaluator.truth(choice.condition(), Context.of(frame.environment()));
        Term condition = Facts.where(frame.guard(), t).decide(asked);
        if (condition.isConstant()) {
            return run(condition.is(0) ? choice.otherwise() : choice.then(), in, frame);
        }
        Tensor then = run(choice.then(), in, frame.under(t.and(List.of(frame.guard(), condition))));
        Tensor otherwise = run(choice.otherwise(), in, frame.under(t.and(List.of(frame.guard(), t.not(condition)))));
        return then.orElse(condition, otherwise, t);
    }

    private Tensor repeat(Statement.Repeat repeat, Tensor in, Frame frame) {
        Term count = evaluator.number(repeat.count(), Context.of(frame.environment()));
        if (count.interval().lo() < 0 || !count.isIntegral()) {
            double least = count.interval().lo();
            throw new Refusal(
                    LoweringMessages.layerOutOfRange(repeat.count().span(), "number of repetitions", least, 0));
        }
        Tensor at = in;
        for (long i = 1; i <= count.interval().hi(); i++) {
            evaluator.step(repeat.span());
            Term reached = Facts.where(frame.guard(), t).decide(t.le(t.constant(i), count));
            Tensor after = run(repeat.body(), at, frame.under(t.and(List.of(frame.guard(), reached))));
            at = after.orElse(reached, at, t);
        }
        return at;
    }

    private Tensor use(Statement.Use use, Tensor in, Frame frame) {
        List<Symbolic> args = evaluator.values(use.args(), Context.of(frame.environment()));
        Environment scope = bind(
                Environment.inBlock(new Environment.Surroundings(in.extent(), frame.first())),
                use.block().parameters(),
                args,
                frame.first(),
                use.span(),
                frame.guard());
        Body written = use.inner();
        Frame.Inner braces = written == null ? null : new Frame.Inner(written, frame);
        return run(use.block().body(), in, frame.inside(use.block(), scope, braces));
    }

    /**
     * The parameters of a block; a {@code once} parameter has its default after the first repetition.
     *
     * @param at where the block is used, {@code guard} where that use exists
     */
    Environment bind(
            Environment scope, List<Parameter> parameters, List<Symbolic> args, boolean first, Span at, Term guard) {
        Environment bound = scope;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Expression fallback = parameter.fallback();
            Symbolic value = parameter.once() && !first && fallback != null
                    ? evaluator.value(fallback, Context.of(bound))
                    : args.get(i);
            validity.parameter(parameter, value, at, guard);
            bound = bound.with(parameter.symbol(), value);
        }
        return bound;
    }

    private List<Term> arguments(Statement.Layer layer, Frame frame) {
        return layer.args().stream()
                .map(a -> evaluator.number(a, Context.of(frame.environment())))
                .toList();
    }

    private Tensor chain(Statement.Layer layer, Tensor in, Frame frame) {
        Primitive primitive = layer.primitive();
        List<Term> args = arguments(layer, frame);
        validity.arguments(layer, args, frame.guard());
        validity.layer(layer, args, in.extent(), frame.guard());
        Extent out = formulas.output(primitive, args, in.extent());
        validity.size(layer, out, frame.guard());
        Tensor result = tensor(out);
        add(
                layer,
                in.extent(),
                out,
                formulas.facts(primitive, args, in.extent(), out),
                live(frame, List.of(in), result, primitive, in),
                frame);
        return result;
    }

    private void add(Statement.Layer layer, Extent in, Extent out, SymbolicLayer.Facts facts, Term live, Frame frame) {
        if (layers.size() >= MOST_LAYERS) {
            throw new Refusal(LoweringMessages.tooMuch(layer.span(), MOST_LAYERS));
        }
        layers.add(new SymbolicLayer(
                layer.primitive(),
                in,
                out,
                facts,
                frame.guard(),
                live,
                frame.main(),
                frame.first(),
                frame.head(),
                frame.blocks(),
                layer.span()));
    }

    /** What waits and enters, and what leaves unless it takes the place of {@code worked}, which nothing else may still need. */
    private Term live(Frame frame, List<Tensor> in, Tensor out, Primitive primitive, Tensor worked) {
        List<Tensor.Alternative> alive = new ArrayList<>(frame.waiting());
        in.forEach(tensor -> alive.addAll(tensor.alternatives()));
        Term copied = LayerFormulas.inPlace(primitive) ? worked.among(frame.waiting(), t) : t.truth(true);
        alive.addAll(out.guarded(copied, t));
        return Tensor.live(alive, t);
    }

    private Tensor join(Statement.Layer layer, Tensor in, Frame frame) {
        List<Term> exists = new ArrayList<>();
        for (Statement.Branch branch : layer.branches()) {
            exists.add(exists(branch, frame));
        }
        boolean firstIsMain = layer.primitive() == Primitive.ADD || layer.primitive() == Primitive.GATE;
        List<Tensor> left = new ArrayList<>();
        List<Tensor.Alternative> finished = new ArrayList<>();
        for (int i = 0; i < exists.size(); i++) {
            if (exists.get(i).is(0)) {
                left.add(in);
                continue;
            }
            List<Tensor.Alternative> waiting = new ArrayList<>(finished);
            waiting.addAll(in.guarded(t.or(exists.subList(i + 1, exists.size())), t));
            Term guard = t.and(List.of(frame.guard(), exists.get(i)));
            Tensor out = run(layer.branches().get(i).body(), in, frame.branch(guard, i == 0 || !firstIsMain, waiting));
            left.add(out);
            finished.addAll(out.guarded(exists.get(i), t));
        }
        Term joined = t.or(exists.subList(1, exists.size()));
        if (joined.is(0)) {
            return left.getFirst();
        }
        return joined(layer, left, exists, joined, frame);
    }

    private Term exists(Statement.Branch branch, Frame frame) {
        Expression condition = branch.condition();
        if (condition == null) {
            return t.truth(true);
        }
        Term asked = evaluator.truth(condition, Context.of(frame.environment()));
        return Facts.where(frame.guard(), t).decide(asked);
    }

    private Tensor joined(Statement.Layer layer, List<Tensor> left, List<Term> exists, Term joined, Frame frame) {
        Frame here = frame.under(t.and(List.of(frame.guard(), joined)));
        List<Term> args = arguments(layer, frame);
        validity.arguments(layer, args, here.guard());
        Joins.Joined result =
                joins.join(layer, args, left.stream().map(Tensor::extent).toList(), exists, here.guard());
        Tensor out = tensor(result.out());
        List<Tensor.Alternative> alive = new ArrayList<>(frame.waiting());
        for (int i = 0; i < left.size(); i++) {
            alive.addAll(left.get(i).guarded(exists.get(i), t));
        }
        List<Tensor.Alternative> needed = new ArrayList<>(frame.waiting());
        Term copied = LayerFormulas.inPlace(layer.primitive()) ? left.getFirst().among(needed, t) : t.truth(true);
        alive.addAll(out.guarded(copied, t));
        Term macs = result.macs();
        add(
                layer,
                result.in(),
                result.out(),
                formulas.plain(t.constant(0), macs, t.constant(32)),
                Tensor.live(alive, t),
                here);
        return out.orElse(joined, left.getFirst(), t);
    }

    void depth(Definition.Part part, Term depth) {
        validity.depth(part, depth);
    }

    /** The frame of a part's block. */
    Frame part(Definition.Block block, Environment scope, Term guard, boolean head, boolean first) {
        return new Frame(scope, null, guard, true, head, first, List.of(block), List.of());
    }
}
