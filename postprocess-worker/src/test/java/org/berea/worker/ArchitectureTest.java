package org.berea.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "org.berea.worker", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule capabilitiesDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..audit..",
                            "..ledger..",
                            "..costs..",
                            "..history..",
                            "..importing..",
                            "..crossreferences..")
                    .should(dependOnAnotherCapability());

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.berea.worker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule readingUsfmKnowsNoFramework =
            noClasses()
                    .that()
                    .resideInAPackage("..usfm..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "jakarta..", "org.apache..");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes()
                    .should(
                            new ArchCondition<>("be in a null-marked package") {
                                @Override
                                public void check(JavaClass type, ConditionEvents events) {
                                    events.add(
                                            new SimpleConditionEvent(
                                                    type,
                                                    type.getPackage()
                                                            .isAnnotatedWith(NullMarked.class),
                                                    type.getName()));
                                }
                            });

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nothingReactiveHereButTheCounters =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("HeldGrants")
                    .and()
                    .doNotHaveSimpleName("SweepRedis")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("reactor..");

    private static ArchCondition<JavaClass> dependOnAnotherCapability() {
        return new ArchCondition<>("depend on another capability") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(
                                to ->
                                        to.getTargetClass()
                                                .getPackageName()
                                                .matches(
                                                        "org\\.berea\\.worker\\.(audit|ledger|costs|history|importing|crossreferences)"))
                        .filter(
                                to ->
                                        !to.getTargetClass()
                                                .getPackageName()
                                                .equals(type.getPackageName()))
                        .forEach(
                                to ->
                                        events.add(
                                                SimpleConditionEvent.satisfied(
                                                        type, to.getDescription())));
            }
        };
    }
}
