package mad;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The map of the compiler as a table: who may use whom, and which package is the only home of which library. */
class ArchitectureTest {

    /** From the bottom to the top: a package uses only rows above its own. */
    static final List<Home> MAP = List.of(
            home("source", ""),
            home("diagnostic", "source"),
            home("ast", "source diagnostic"),
            home("syntax", "source diagnostic ast", "mad.grammar..", "org.antlr.."),
            home("format", "source diagnostic ast syntax"),
            home("model", "source diagnostic ast"),
            home("semantic", "source diagnostic ast syntax model"),
            // Never `program` or `lower`: the evaluator here checks what is lowered there.
            home("network", "source diagnostic model"),
            home("program", "source"),
            home("lower", "source diagnostic model program"),
            home("export", "source diagnostic program"),
            home("solve", "source program", "org.ojalgo.."),
            // Nothing of MAD: this is where its proofs are judged. It even reads JSON by itself.
            home("verify", "", "com.fasterxml.jackson.."),
            home("query", "source diagnostic ast syntax format model semantic network program lower export solve"),
            home("view", "source diagnostic model network query"),
            // Above `query`: what it writes are the answers to questions, the proofs of programs and what a checker
            // says of them.
            home("emit", "source diagnostic program solve verify query view", "com.fasterxml.jackson.."),
            home("drawing", "", "org.mozilla.javascript..", "com.github.weisj.jsvg.."),
            home("cli", "source diagnostic format model export verify query view emit drawing", "picocli.."));

    /** The classes that let the world in. Everything else is a function of its arguments. */
    static final List<String> WORLDLY = List.of("mad.cli.", "mad.query.FileWorld");

    static final Set<String> WORLD = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.nio.file.Files",
            "java.time.Clock",
            "java.util.Date",
            "java.util.Timer",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadLocalRandom");

    /** What of {@link System} depends on nothing but its arguments. */
    static final Set<String> PURE_SYSTEM = Set.of("arraycopy", "identityHashCode");

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("mad");

    record Home(String name, Set<String> uses, Set<String> libraries) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("MAP")
    void usesOnlyWhatTheMapAllows(Home home) {
        String[] allowed = Stream.of(
                        Stream.of(within(home.name()), "java..", "javax..", "org.jspecify.."),
                        home.uses().stream().map(ArchitectureTest::within),
                        home.libraries().stream())
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(within(home.name()))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitive()))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyPackageIsOnTheMap() {
        String[] known = MAP.stream().map(home -> within(home.name())).toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(known)
                .orShould()
                .resideInAPackage("mad.grammar..")
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : MAIN) {
            JavaPackage home = type.getPackage();
            if (!home.getName().equals("mad.grammar") && !home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertEquals(Set.of(), unmarked, "packages without a package-info.java that says @NullMarked");
    }

    @Test
    void theMapPointsUpward() {
        Set<String> seen = new HashSet<>();
        for (Home home : MAP) {
            Set<String> downward = new TreeSet<>(home.uses());
            downward.removeAll(seen);
            assertEquals(Set.of(), downward, home + " uses packages that are not above it in the table");
            seen.add(home.name());
        }
    }

    @Test
    void theCoreKnowsNoFileThreadClockOrConsole() {
        noClasses()
                .that(not(describe("worldly", type -> WORLDLY.stream().anyMatch(type.getName()::startsWith))))
                .should()
                .dependOnClassesThat(describe("of the world", type -> WORLD.contains(type.getName())))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels.."))
                .orShould()
                .accessTargetWhere(describe("the console, environment, clock or chance", ArchitectureTest::isWorldly))
                .check(MAIN);
    }

    static boolean isWorldly(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> !PURE_SYSTEM.contains(member);
            case "java.lang.Math", "java.lang.StrictMath" -> member.equals("random");
            default -> owner.startsWith("java.time.") && member.equals("now");
        };
    }

    static Home home(String name, String uses, String... libraries) {
        return new Home(name, words(uses), Set.of(libraries));
    }

    static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Stream.of(text.split(" ")).collect(Collectors.toSet());
    }

    static String within(String name) {
        return "mad." + name + "..";
    }

    static DescribedPredicate<JavaClass> primitive() {
        return describe("primitive", type -> type.getBaseComponentType().isPrimitive());
    }
}
