package dev.weft.it.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.library.Architectures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dependencies go in one direction, in what is written: the compiler's classes are looked at, since
 * woven ones call stand-ins too.
 */
@AnalyzeClasses(
        locations = ArchitectureTest.Compiled.class,
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    /** The modules' class folders, before weaving. */
    static final class Compiled implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> testClass) {
            return Stream.of("runtime", "weaver", "agent")
                    .map(module -> Location.of(Path.of("..", module, "target", "classes")))
                    .collect(Collectors.toSet());
        }
    }

    private static final String[] RUNTIME = {
        "dev.weft",
        "dev.weft.woven",
        "dev.weft.continuation",
        "dev.weft.generator",
        "dev.weft.fiber",
        "dev.weft.channel",
        "dev.weft.sync",
        "dev.weft.time",
        "dev.weft.flow",
        "dev.weft.reactive",
        "dev.weft.actor",
        "dev.weft.concurrent",
        "dev.weft.net",
        "dev.weft.tls",
        "dev.weft.io",
        "dev.weft.blocking"
    };

    @ArchTest
    static void wovenDependsOnNothing(JavaClasses all) {
        classes()
                .that()
                .resideInAPackage("dev.weft.woven")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.weft.woven", "java..")
                .check(all);
    }

    @ArchTest
    static void runtimeDependsOnNothingElse(JavaClasses all) {
        classes()
                .that()
                .resideInAnyPackage(RUNTIME)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(withJdk(RUNTIME)))
                .check(all);
    }

    @ArchTest
    static void weaverKnowsTheRuntimeByNamesOnly(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("dev.weft.weaver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME)
                .check(all);
    }

    @ArchTest
    static void theWeaversModelIsALeaf(JavaClasses all) {
        noClasses()
                .that()
                .resideInAPackage("dev.weft.weaver.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.weft.weaver",
                        "dev.weft.weaver.classify..",
                        "dev.weft.weaver.analysis..",
                        "dev.weft.weaver.emit..",
                        "dev.weft.weaver.io..",
                        "dev.weft.weaver.cli..")
                .check(all);
    }

    @ArchTest
    static void runtimeLayers(JavaClasses all) {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("woven")
                .definedBy("dev.weft.woven")
                .layer("root")
                .definedBy("dev.weft")
                .layer("continuation")
                .definedBy("dev.weft.continuation")
                .optionalLayer("generator")
                .definedBy("dev.weft.generator")
                .layer("fiber")
                .definedBy("dev.weft.fiber")
                .layer("channel")
                .definedBy("dev.weft.channel")
                .optionalLayer("sync")
                .definedBy("dev.weft.sync")
                .layer("above channels")
                .definedBy("dev.weft.flow", "dev.weft.actor", "dev.weft.time")
                .layer("reactive")
                .definedBy("dev.weft.reactive")
                .layer("diagnosis")
                .definedBy("dev.weft.diagnosis")
                .layer("net")
                .definedBy("dev.weft.net")
                .layer("tls")
                .definedBy("dev.weft.tls")
                .layer("io")
                .definedBy("dev.weft.io")
                .optionalLayer("blocking")
                .definedBy("dev.weft.blocking")
                .whereLayer("woven")
                .mayNotAccessAnyLayer()
                .whereLayer("root")
                .mayOnlyAccessLayers("woven")
                .whereLayer("continuation")
                .mayOnlyAccessLayers("woven", "root")
                .whereLayer("generator")
                .mayOnlyAccessLayers("woven", "root", "continuation")
                .whereLayer("fiber")
                .mayOnlyAccessLayers("woven", "root", "continuation")
                .whereLayer("channel")
                .mayOnlyAccessLayers("woven", "root", "continuation", "fiber")
                .whereLayer("sync")
                .mayOnlyAccessLayers("woven", "root", "continuation", "fiber")
                .whereLayer("above channels")
                .mayOnlyAccessLayers("woven", "root", "continuation", "fiber", "channel")
                .whereLayer("reactive")
                .mayOnlyAccessLayers(
                        "woven", "root", "continuation", "generator", "fiber", "channel")
                .whereLayer("diagnosis")
                .mayOnlyAccessLayers("woven", "root", "fiber", "blocking")
                .whereLayer("net")
                .mayOnlyAccessLayers("woven", "root", "fiber", "sync", "io")
                .whereLayer("tls")
                .mayOnlyAccessLayers("woven", "root", "fiber", "sync", "io", "net")
                .whereLayer("io")
                .mayOnlyAccessLayers("woven", "root", "fiber", "sync")
                .check(all);
    }

    @ArchTest
    static void noPackageCycles(JavaClasses all) {
        slices().matching("dev.weft.(*)").should().beFreeOfCycles().check(all);
        slices().matching("dev.weft.weaver.(*)").should().beFreeOfCycles().check(all);
    }

    private static String[] withJdk(String... packages) {
        String[] all = Arrays.copyOf(packages, packages.length + 4);
        all[packages.length] = "java..";
        all[packages.length + 1] = "javax.net..";
        all[packages.length + 2] = "javax.sql..";
        all[packages.length + 3] = "javax.crypto..";
        return all;
    }
}
