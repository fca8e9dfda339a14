package dev.winslow.tracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.winslow.tracker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.winslow.tracker.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a stage talks to the next by files, not by calls");

    @ArchTest
    static final ArchRule mathematicsKnowNoPictures = noClasses()
            .that()
            .resideInAnyPackage("..geometry..", "..track..", "..evaluate..", "..file..", "..count..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..", "ai.onnxruntime..")
            .because("what computes with numbers is tested with numbers, on every platform");
}
