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
import java.util.List;
import org.berea.search.notes.OwnNotes;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "org.berea.search", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String HERE = "org.berea.search.";

    private static final List<String> STAGES =
            List.of("querying", "recall", "reranking", "widening", "web");

    @ArchTest
    static void stagesDoNotKnowLaterOnes(JavaClasses classes) {
        for (int i = 0; i < STAGES.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(HERE + STAGES.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later(i))
                    .check(classes);
        }
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.berea.(**)").should().beFreeOfCycles();

    @ArchTest
    static void onlyItsOwnPackagesKnowAStoresLibrary(JavaClasses classes) {
        onlyKnow("org.apache.lucene..", "..lucene..", HERE + "analysis").check(classes);
        onlyKnow("io.weaviate..", "..weaviate..").check(classes);
    }

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
                    .resideInAnyPackage(HERE + "engine.lucene", HERE + "engine.weaviate")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAnyPackage(HERE + "engine.lucene", HERE + "engine.weaviate");

    /** Else a way round the check of the owner would open. */
    @ArchTest
    static final ArchRule nobodyButTheNotesReachesTheirStore =
            classes()
                    .that()
                    .areAssignableTo(OwnNotes.class)
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage(HERE + "notes..");

    @ArchTest
    static final ArchRule fieldsAreNotInjected =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        assertThat(classes)
                .allMatch(it -> it.getPackage().isAnnotatedWith(NullMarked.class), "null-marked");
    }

    private static ArchRule onlyKnow(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static String[] later(int stage) {
        return STAGES.subList(stage + 1, STAGES.size()).stream()
                .map(name -> HERE + name)
                .toArray(String[]::new);
    }
}
