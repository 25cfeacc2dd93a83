package mad.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import mad.ast.Item;
import mad.ast.SourceTree;
import mad.diagnostic.Diagnostic;
import mad.diagnostic.Severity;
import mad.model.Definition;
import mad.semantic.Analysis;
import mad.semantic.AnalyzedModule;
import mad.semantic.Modules;
import mad.semantic.NamedItem;
import mad.semantic.Spelling;
import mad.source.LineIndex;
import mad.source.SourceFile;
import mad.source.Span;
import mad.syntax.ItemCache;
import mad.syntax.Parsed;
import mad.syntax.Parser;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a set of files at one moment. Answers are computed when first asked for and never change; a changed
 * file means a new snapshot. Safe to ask from several threads.
 */
public final class Snapshot {
    private final World world;
    private final @Nullable Map<String, ItemCache> items;
    private final Map<String, Optional<SourceFile>> sources = new ConcurrentHashMap<>();
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<String, LineIndex> lines = new ConcurrentHashMap<>();
    private final Map<String, AnalyzedModule> modules = new ConcurrentHashMap<>();
    private final Analysis analysis;

    public Snapshot(World world) {
        this.world = world;
        this.items = null;
        this.analysis = new Analysis(new Surroundings());
    }

    private Snapshot(Snapshot earlier, World world, Predicate<String> unchanged, Predicate<String> untouched) {
        this.world = world;
        this.items = earlier.items == null ? new ConcurrentHashMap<>() : earlier.items;
        // closed and on no disk: nobody will read its items again
        items.keySet().removeIf(file -> !unchanged.test(file) && world.text(file) == null);
        keep(earlier.sources, sources, unchanged);
        keep(earlier.parsed, parsed, unchanged);
        keep(earlier.lines, lines, unchanged);
        keep(earlier.modules, modules, untouched);
        synchronized (earlier.analysis) {
            this.analysis = Analysis.after(earlier.analysis, new Surroundings(), untouched);
        }
    }

    private static <T> void keep(Map<String, T> from, Map<String, T> to, Predicate<String> kept) {
        from.forEach((file, known) -> {
            if (kept.test(file)) {
                to.put(file, known);
            }
        });
    }

    /**
     * The snapshot after some files have changed, appeared or gone. It keeps what this one knows of all others, so that a keystroke costs
     * the reading of one item and the analysis of the files that see it.
     */
    public Snapshot after(World next, Set<String> changed) {
        Set<String> touched = touched(changed);
        return new Snapshot(this, next, file -> !changed.contains(file), file -> !touched.contains(file));
    }

    /** The snapshot in which some files have other texts: to see what an edit would do. */
    public Snapshot with(Map<String, String> texts) {
        return after(new Overlay(world, Map.copyOf(texts)), texts.keySet());
    }

    private record Overlay(World below, Map<String, String> texts) implements World {
        @Override
        public @Nullable String text(String file) {
            String text = texts.get(file);
            return text != null ? text : below.text(file);
        }

        @Override
        public String resolve(String importer, String path) {
            return below.resolve(importer, path);
        }

        @Override
        public boolean inside(String file) {
            return below.inside(file);
        }

        @Override
        public List<String> neighbours(String file) {
            return below.neighbours(file);
        }
    }

    /** The files that were read so far, not standard modules. */
    public Set<String> files() {
        Set<String> files = new HashSet<>(sources.keySet());
        files.removeIf(StandardLibrary::isModule);
        return files;
    }

    /** The files that are changed or read so far and import, directly or through others, one that is. */
    public Set<String> touched(Set<String> changed) {
        Map<String, List<String>> users = new HashMap<>();
        parsed.forEach((file, known) -> {
            if (!StandardLibrary.isModule(file)) {
                for (String used : Uses.files(known.tree())) {
                    users.computeIfAbsent(world.resolve(file, used), f -> new ArrayList<>())
                            .add(file);
                }
            }
        });
        Set<String> touched = new HashSet<>(changed);
        List<String> open = new ArrayList<>(changed);
        while (!open.isEmpty()) {
            for (String user : users.getOrDefault(open.removeLast(), List.of())) {
                if (touched.add(user)) {
                    open.add(user);
                }
            }
        }
        return touched;
    }

    /** The text of a file or standard module; empty where there is none. */
    public Optional<SourceFile> source(String file) {
        Optional<SourceFile> known = sources.get(file);
        if (known == null) {
            String text =
                    StandardLibrary.isModule(file) ? StandardLibrary.text(file).orElse(null) : world.text(file);
            known = Optional.ofNullable(text).map(t -> new SourceFile(file, t));
            sources.putIfAbsent(file, known);
        }
        return known;
    }

    /** The file that {@code path}, written in {@code file}, names; empty where there is none or it may not be read. */
    public Optional<String> resolve(String file, String path) {
        String resolved = world.resolve(file, path);
        return world.inside(resolved) && world.text(resolved) != null ? Optional.of(resolved) : Optional.empty();
    }

    /** Paths that an import in {@code file} may name. */
    public List<String> neighbours(String file) {
        return world.neighbours(file);
    }

    public Parsed parsed(String file) {
        Parsed known = parsed.get(file);
        if (known == null) {
            SourceFile text = source(file).orElseGet(() -> new SourceFile(file, ""));
            known = items == null || StandardLibrary.isModule(file)
                    ? Parser.parse(text)
                    : Parser.parse(text, items.computeIfAbsent(file, f -> new ItemCache()));
            parsed.putIfAbsent(file, known);
        }
        return known;
    }

    public LineIndex lines(String file) {
        LineIndex known = lines.get(file);
        if (known == null) {
            known = new LineIndex(source(file).map(SourceFile::text).orElse(""));
            lines.putIfAbsent(file, known);
        }
        return known;
    }

    public AnalyzedModule module(String file) {
        AnalyzedModule known = modules.get(file);
        if (known == null) {
            synchronized (analysis) {
                known = analysis.module(file);
            }
            modules.putIfAbsent(file, known);
        }
        return known;
    }

    /** What the parser alone says of one file. */
    public List<Diagnostic> syntaxDiagnostics(String file) {
        return parsed(file).diagnostics();
    }

    /** What parser and analysis say of one file, in the order of the text. */
    public List<Diagnostic> diagnostics(String file) {
        List<Diagnostic> all = new ArrayList<>(parsed(file).diagnostics());
        String text = source(file).map(SourceFile::text).orElse("");
        all.addAll(FollowUps.without(parsed(file), text, module(file).diagnostics()));
        all.sort(Comparator.comparingInt(d -> d.span().start()));
        return List.copyOf(all);
    }

    /** Diagnostics of this file and, as they make its designs unusable, errors of all files that it imports. */
    public List<Diagnostic> diagnosticsWithImports(String file) {
        List<Diagnostic> all = new ArrayList<>(diagnostics(file));
        for (String other : imports(file)) {
            diagnostics(other).stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /** The files, not standard modules, that a file imports, directly or through others. */
    public List<String> imports(String file) {
        List<String> found = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(file));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            for (Item item : parsed(next).tree().items()) {
                if (item instanceof Item.Import imported
                        && new Surroundings().resolve(next, imported.target()) instanceof Modules.Resolution.Found f
                        && !StandardLibrary.isModule(f.file())
                        && !f.file().equals(file)
                        && !found.contains(f.file())) {
                    found.add(f.file());
                    open.add(f.file());
                }
            }
        }
        return found;
    }

    public List<Definition.Design> designs(String file) {
        return module(file).definitions().values().stream()
                .filter(Definition.Design.class::isInstance)
                .map(Definition.Design.class::cast)
                .toList();
    }

    /** Everything that a file defines, in its order. */
    public List<Definition> definitions(String file) {
        return List.copyOf(module(file).definitions().values());
    }

    public List<Definition.Check> checks(String file) {
        return module(file).checks();
    }

    /** The text at a span of any file that this snapshot has read. */
    public String text(Span span) {
        return source(span.file()).map(s -> s.text(span)).orElse("");
    }

    private final class Surroundings implements Modules {
        @Override
        public Resolution resolve(String importer, Item.Target target) {
            if (!target.isFile()) {
                return StandardLibrary.text(target.text()).isPresent()
                        ? new Resolution.Found(target.text())
                        : new Resolution.NotFound(Spelling.similar(target.text(), StandardLibrary.modules()));
            }
            String file = world.resolve(importer, target.text());
            if (!world.inside(file)) {
                return new Resolution.Outside();
            }
            return source(file).isPresent()
                    ? new Resolution.Found(file)
                    : new Resolution.NotFound(Spelling.similar(target.text(), world.neighbours(importer)));
        }

        @Override
        public @Nullable SourceTree tree(String file) {
            return source(file).isPresent() ? parsed(file).tree() : null;
        }

        @Override
        public String text(Span span) {
            return Snapshot.this.text(span);
        }

        @Override
        public List<String> exporting(String name) {
            return StandardLibrary.modules().stream()
                    .filter(m -> !m.equals(PRELUDE))
                    .filter(m -> NamedItem.names(parsed(m).tree()).contains(name))
                    .sorted(Comparator.comparing((String m) -> !m.equals("mad.counting.torchvision")))
                    .limit(3)
                    .toList();
        }

        @Override
        public List<Span> syntaxErrors(String file) {
            return parsed(file).diagnostics().stream().map(Diagnostic::span).toList();
        }

        @Override
        public Data data(String importer, String path) {
            String file = world.resolve(importer, path);
            if (!world.inside(file)) {
                return new Data.Outside();
            }
            String text = world.text(file);
            return text == null ? new Data.NotFound() : new Data.Text(text);
        }
    }
}
