package dev.winslow.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageTest {
    private static final JavaClasses WORKER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.winslow.agent");

    @Test
    void onlyOnePackageSeesDocker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.winslow.agent.docker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .because("the rest of the worker is to work with any executor")
                .check(WORKER);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.winslow.agent.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each part of the worker is to be understood without the ones built on it")
                .check(WORKER);
    }
}
