package dev.winslow.agent;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageTest {
    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.winslow.agent.(*)..")
                .should()
                .beFreeOfCycles()
                .because("each part of the worker is to be understood without the ones built on it")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.winslow.agent"));
    }
}
