package dev.winslow.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what. */
@AnalyzeClasses(packages = "dev.winslow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("dev.winslow.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, tested and changed alone only while nothing that it needs also needs it");

    @ArchTest
    static final ArchRule ONLY_THE_KERNEL_SEES_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.winslow.engine.flowable..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.flowable..")
            .because("the process engine's words and ways stay in one place, where its next version is dealt with");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_SEES_ITS_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.winslow.minio..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.minio..", "okhttp3..", "org.gaul..")
            .because("the server knows an artifact store, and any S3 server can be one");

    @ArchTest
    static final ArchRule ONLY_TRACES_SEE_OPENTELEMETRY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.winslow.engine.trace..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.opentelemetry..")
            .because("spans are made from what the database has, so that no other code has to know that there are any");

    @ArchTest
    static final ArchRule NO_PAGES_IN_THE_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("the server is complete without its pages: programs and workers need the API alone");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what the server has to say goes to its log, where operators look");
}
