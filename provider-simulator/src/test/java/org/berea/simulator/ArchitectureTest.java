package org.berea.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.berea.simulator",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("org.berea.simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theSimulatorKnowsNothingOfBerea =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.berea..")
                                    .and(resideOutsideOfPackage("org.berea.simulator..")));
}
