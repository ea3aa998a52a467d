package org.berea.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "org.berea.search", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HERE = "org.berea.search.";

    @ArchTest
    static final ArchRule stagesDoNotKnowLaterOnes =
            noClasses()
                    .that()
                    .resideInAPackage(HERE + "querying")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(HERE + "recall", HERE + "reranking", HERE + "web");

    @ArchTest
    static final ArchRule recallDoesNotKnowReranking =
            noClasses()
                    .that()
                    .resideInAPackage(HERE + "recall")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(HERE + "reranking", HERE + "web");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.berea.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheEngineAndTheAnalysisKnowLucene =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(HERE + "engine.lucene", HERE + "analysis")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule onlyTheEdgeIsReactive =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(HERE + "web")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("reactor..");

    @ArchTest
    static final ArchRule nobodyButItsConfigurationNamesTheEngine =
            classes()
                    .that()
                    .resideInAPackage(HERE + "engine.lucene")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage(HERE + "engine.lucene");

    @ArchTest
    static final ArchRule fieldsAreNotInjected =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        assertThat(classes)
                .allMatch(it -> it.getPackage().isAnnotatedWith(NullMarked.class), "null-marked");
    }
}
