package dev.winslow.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.winslow.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.winslow.ui.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that needs another, which needs it back, can be neither read nor changed alone");

    @ArchTest
    static final ArchRule pagesAskTheServicesOfTheServer = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.flowable..", "io.minio..", "dev.winslow.minio..", "org.springframework.jdbc..")
            .because("pages see runs and files, not the engine, the storage or the database behind them");
}
