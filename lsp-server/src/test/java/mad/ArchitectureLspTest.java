package mad;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The map of the language server: features know no protocol, the protocol has one home. */
class ArchitectureLspTest {
    private static final String[] COMPILER = {
        "mad.source..",
        "mad.diagnostic..",
        "mad.ast..",
        "mad.syntax..",
        "mad.format..",
        "mad.model..",
        "mad.semantic..",
        "mad.query..",
        "mad.view.."
    };

    record Home(String name, List<String> uses) {}

    static final List<Home> MAP = List.of(
            new Home("mad.editor", List.of()),
            new Home("mad.lsp", List.of("mad.editor..")),
            new Home("mad.lsp.page", List.of("mad.drawing", "com.sun.net.httpserver..")),
            new Home(
                    "mad.lsp.protocol",
                    List.of(
                            "mad.editor..",
                            "mad.lsp",
                            "mad.lsp.page",
                            "mad.emit..",
                            "org.eclipse.lsp4j..",
                            "com.google.gson..")),
            new Home("mad.lsp.command", List.of("mad.lsp.protocol", "mad.cli", "picocli..")));

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mad.editor", "mad.lsp");

    @ParameterizedTest
    @FieldSource("MAP")
    void usesOnlyWhatTheMapAllows(Home home) {
        String[] allowed = Stream.of(
                        Stream.of(home.name(), "java..", "org.jspecify.."), Stream.of(COMPILER), home.uses().stream())
                .flatMap(s -> s)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(home.name())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(describe(
                                "primitive", type -> type.getBaseComponentType().isPrimitive())))
                .check(MAIN);
    }

    @Test
    void featuresKnowNoWorld() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("mad.editor")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent.."))
                .check(MAIN);
    }

    @Test
    void everyPackageIsOnTheMapAndNullMarked() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : MAIN) {
            if (type.getPackage().isAnnotatedWith(NullMarked.class)) {
                found.add(type.getPackageName());
            } else {
                found.add(type.getPackageName() + " without @NullMarked");
            }
        }
        assertEquals(new TreeSet<>(MAP.stream().map(Home::name).toList()), found);
    }
}
