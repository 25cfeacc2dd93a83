package mad.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.model.Type;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of a set of modules that do not change. Every item is analysed once, when it is first asked for; asking is
 * cheap afterwards. Not thread-safe: a snapshot owns one and guards it.
 */
public final class Analysis {
    /** Definitions that use each other deeper than this are reported, before a stack would end. */
    private static final int DEEPEST = 100;

    /** Expressions and statements inside each other, through all definitions under way. */
    private static final int MOST_NESTED = 520;

    private final Modules modules;
    private final Map<String, Names> names = new HashMap<>();
    private final Map<String, Sink> nameSinks = new HashMap<>();
    private final Map<Span, Meaning> meanings = new HashMap<>();
    private final Map<Span, Sink> sinks = new HashMap<>();
    private final Map<Span, Integer> depths = new HashMap<>();
    private final List<Running> running = new ArrayList<>();
    private int nested;

    /** An item under analysis, and how deep the definitions go that it has used so far. */
    private static final class Running {
        private final Item item;
        private int depth = 1;

        Running(Item item) {
            this.item = item;
        }

        String name() {
            Name name = NamedItem.nameOrNull(item);
            return name == null ? "" : name.text();
        }
    }

    public Analysis(Modules modules) {
        this.modules = modules;
    }

    /**
     * An analysis that starts from what an earlier one knows of files that are {@code untouched}: neither they nor anything that they
     * import has changed.
     */
    public static Analysis after(Analysis earlier, Modules modules, Predicate<String> untouched) {
        Analysis next = new Analysis(modules);
        keep(earlier.names, next.names, untouched);
        keep(earlier.nameSinks, next.nameSinks, untouched);
        keep(earlier.meanings, next.meanings, span -> untouched.test(span.file()));
        keep(earlier.sinks, next.sinks, span -> untouched.test(span.file()));
        keep(earlier.depths, next.depths, span -> untouched.test(span.file()));
        return next;
    }

    private static <K, V> void keep(Map<K, V> from, Map<K, V> to, Predicate<K> kept) {
        from.forEach((key, value) -> {
            if (kept.test(key)) {
                to.put(key, value);
            }
        });
    }

    Modules modules() {
        return modules;
    }

    /** Everything that one file defines, and everything there is to say about it. */
    public AnalyzedModule module(String file) {
        SourceTree tree = modules.tree(file);
        if (tree == null) {
            return new AnalyzedModule(file, Map.of(), List.of(), List.of(), List.of(), Map.of());
        }
        names(file);
        Map<String, Definition> definitions = new LinkedHashMap<>();
        List<Definition.Check> checks = new ArrayList<>();
        for (Item item : tree.items()) {
            if (meaning(file, item) instanceof Meaning.Found found) {
                if (found.definition() instanceof Definition.Check check) {
                    checks.add(check);
                } else {
                    definitions.putIfAbsent(found.definition().name(), found.definition());
                }
            }
        }
        Sink naming = Objects.requireNonNull(nameSinks.get(file));
        List<Diagnostic> diagnostics = new ArrayList<>(naming.diagnostics());
        List<Reference> references = new ArrayList<>(naming.references());
        Map<Span, Type> types = new HashMap<>();
        for (Item item : tree.items()) {
            Sink sink = sinks.get(item.span());
            if (sink != null) {
                diagnostics.addAll(sink.diagnostics());
                references.addAll(sink.references());
                types.putAll(sink.types());
            }
        }
        diagnostics.addAll(ImportCycles.find(modules, tree));
        diagnostics.addAll(UnusedImports.find(this, tree, references, diagnostics));
        diagnostics.sort(Comparator.comparingInt(d -> d.span().start()));
        return new AnalyzedModule(file, definitions, checks, diagnostics, references, types);
    }

    Names names(String file) {
        Names known = names.get(file);
        if (known == null) {
            Sink sink = new Sink();
            SourceTree tree = modules.tree(file);
            known = Names.of(modules, tree == null ? new SourceTree(file, "", List.of()) : tree, sink);
            names.put(file, known);
            nameSinks.put(file, sink);
        }
        return known;
    }

    /** What a name means at the top level of a file; {@code sink} receives the reference. */
    Meaning lookup(String file, String name, Span use, Sink sink) {
        Entry entry = names(file).find(name);
        if (entry == null) {
            return file.equals(Modules.PRELUDE)
                    ? new Meaning.Unknown()
                    : lookupExported(Modules.PRELUDE, name, use, sink);
        }
        sink.refer(use, entry.span());
        return switch (entry) {
            case Entry.Own own -> used(file, own.item(), use, sink);
            case Entry.Imported imported ->
                lookupExported(imported.file(), imported.original().text(), use, sink);
            case Entry.Alias alias -> new Meaning.Module(alias.file());
            case Entry.Broken broken -> new Meaning.Broken();
        };
    }

    /** What a name means in a module seen from outside: only its own items. */
    Meaning lookupExported(String file, String name, Span use, Sink sink) {
        return switch (names(file).find(name)) {
            case Entry.Own own -> {
                sink.refer(use, own.span());
                yield used(file, own.item(), use, sink);
            }
            case Entry.Broken broken -> new Meaning.Broken();
            case null, default -> new Meaning.Unknown();
        };
    }

    /** What an item means to the item under analysis, whose {@code sink} learns of a circle or of a chain that is too long. */
    private Meaning used(String file, Item item, Span use, Sink sink) {
        for (int i = 0; i < running.size(); i++) {
            if (running.get(i).item.span().equals(item.span())) {
                List<String> circle = new ArrayList<>(running.subList(i, running.size()).stream()
                        .map(Running::name)
                        .toList());
                circle.add(circle.getFirst());
                sink.report(NameMessages.recursion(
                        circle.getFirst(), use, NamedItem.name(item).span(), circle));
                return new Meaning.Broken();
            }
        }
        Meaning meaning = running.size() < DEEPEST ? meaning(file, item) : meanings.get(item.span());
        int depth = 1 + depths.getOrDefault(item.span(), DEEPEST);
        if (meaning == null || depth > DEEPEST) {
            sink.report(NameMessages.tooLongAChain(use, DEEPEST));
            return new Meaning.Broken();
        }
        if (!running.isEmpty()) {
            running.getLast().depth = Math.max(running.getLast().depth, depth);
        }
        return meaning;
    }

    /** Whether an item of a module that is analysed could not be understood to its end. */
    boolean isBroken(Item item) {
        return meanings.get(item.span()) instanceof Meaning.Broken;
    }

    private Meaning meaning(String file, Item item) {
        Meaning known = meanings.get(item.span());
        if (known != null) {
            return known;
        }
        Running here = new Running(item);
        running.add(here);
        Sink sink = new Sink();
        Definition definition = new ItemAnalysis(this, file, sink).analyze(item);
        running.removeLast();
        Meaning meaning = definition == null ? new Meaning.Broken() : new Meaning.Found(definition);
        meanings.put(item.span(), meaning);
        sinks.put(item.span(), sink);
        depths.put(item.span(), here.depth);
        return meaning;
    }

    /** Goes one expression or statement deeper; false where that is too deep, and the caller must not go on. */
    boolean enter() {
        if (nested >= MOST_NESTED) {
            return false;
        }
        nested++;
        return true;
    }

    void leave() {
        nested--;
    }

    /** The names in a file, its own and imported ones, that stand for items of one kind. */
    List<String> namesOf(String file, Class<? extends Item> kind) {
        return names(file).entries().entrySet().stream()
                .filter(e -> switch (e.getValue()) {
                    case Entry.Own own -> kind.isInstance(own.item());
                    case Entry.Imported i ->
                        names(i.file()).find(i.original().text()) instanceof Entry.Own own
                                && kind.isInstance(own.item());
                    case Entry.Alias alias -> false;
                    case Entry.Broken broken -> false;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    @Nullable
    SourceTree tree(String file) {
        return modules.tree(file);
    }
}
