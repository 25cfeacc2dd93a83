package mad.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import mad.syntax.Parsed;
import mad.syntax.Parser;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know of a set of files at one moment. Answers are computed when first asked for and never change; a changed
 * file means a new snapshot. Safe to ask from several threads.
 */
public final class Snapshot {
    private final World world;
    private final Map<String, Optional<SourceFile>> sources = new ConcurrentHashMap<>();
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<String, LineIndex> lines = new ConcurrentHashMap<>();
    private final Map<String, AnalyzedModule> modules = new ConcurrentHashMap<>();
    private final Analysis analysis = new Analysis(new Surroundings());

    public Snapshot(World world) {
        this.world = world;
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

    public Parsed parsed(String file) {
        Parsed known = parsed.get(file);
        if (known == null) {
            known = Parser.parse(source(file).orElseGet(() -> new SourceFile(file, "")));
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
        all.addAll(module(file).diagnostics());
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
