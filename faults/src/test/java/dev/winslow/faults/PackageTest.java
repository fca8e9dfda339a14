package dev.winslow.faults;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageTest {
    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.winslow.faults.(*)..")
                .should()
                .beFreeOfCycles()
                .because("what is looked at after a fault must not depend on how it was made")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.winslow.faults"));
    }
}
