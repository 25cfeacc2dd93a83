package mad.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import mad.ast.Item;
import mad.ast.Name;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;
import mad.model.Definition;
import mad.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of a set of modules that do not change. Every item is analysed once, when it is first asked for; asking is
 * cheap afterwards. Not thread-safe: a snapshot owns one and guards it.
 */
public final class Analysis {
    /** Definitions that use each other deeper than this are reported, before the stack would end. */
    private static final int DEEPEST = 200;

    /** The same of expressions and statements inside each other, through definitions too. One item has 500 at most. */
    private static final int MOST_NODES = 300;

    private final Modules modules;
    private final Map<String, Names> names = new HashMap<>();
    private final Map<String, Sink> nameSinks = new HashMap<>();
    private final Map<Span, Meaning> meanings = new HashMap<>();
    private final Map<Span, Sink> sinks = new HashMap<>();
    private final Set<Span> running = new HashSet<>();
    private int nodes;

    public Analysis(Modules modules) {
        this.modules = modules;
    }

    Modules modules() {
        return modules;
    }

    /** Everything that one file defines, and everything there is to say about it. */
    public AnalyzedModule module(String file) {
        SourceTree tree = modules.tree(file);
        if (tree == null) {
            return new AnalyzedModule(file, Map.of(), List.of(), List.of(), List.of());
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
        for (Item item : tree.items()) {
            Sink sink = sinks.get(item.span());
            if (sink != null) {
                diagnostics.addAll(sink.diagnostics());
                references.addAll(sink.references());
            }
        }
        diagnostics.addAll(ImportCycles.find(modules, tree));
        diagnostics.addAll(UnusedImports.find(names(file), references));
        diagnostics.sort(Comparator.comparingInt(d -> d.span().start()));
        return new AnalyzedModule(file, definitions, checks, diagnostics, references);
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
            case Entry.Own own -> meaning(file, own.item(), use, sink);
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
                yield meaning(file, own.item(), use, sink);
            }
            case Entry.Broken broken -> new Meaning.Broken();
            case null, default -> new Meaning.Unknown();
        };
    }

    /** The same for an item that another one uses. */
    private Meaning meaning(String file, Item item, Span use, Sink sink) {
        if ((running.size() >= DEEPEST || nodes >= MOST_NODES)
                && !meanings.containsKey(item.span())
                && !running.contains(item.span())) {
            sink.report(NameMessages.tooDeep(use));
            return new Meaning.Broken();
        }
        return meaning(file, item);
    }

    private Meaning meaning(String file, Item item) {
        Meaning known = meanings.get(item.span());
        if (known != null) {
            return known;
        }
        if (running.contains(item.span())) {
            Name name = NamedItem.nameOrNull(item);
            return new Meaning.Recursive(name == null ? item.span() : name.span());
        }
        running.add(item.span());
        Sink sink = new Sink();
        Definition definition = new ItemAnalysis(this, file, sink).analyze(item);
        running.remove(item.span());
        Meaning meaning = definition == null ? new Meaning.Broken() : new Meaning.Found(definition);
        meanings.put(item.span(), meaning);
        sinks.put(item.span(), sink);
        return meaning;
    }

    /** What {@code analysis} makes of an expression or statement, one deeper. */
    <T extends @Nullable Object> T deeper(Supplier<T> analysis) {
        nodes++;
        try {
            return analysis.get();
        } finally {
            nodes--;
        }
    }

    @Nullable
    SourceTree tree(String file) {
        return modules.tree(file);
    }
}
