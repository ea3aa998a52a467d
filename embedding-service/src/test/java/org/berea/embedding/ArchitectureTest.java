package org.berea.embedding;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(
        packages = "org.berea.embedding",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.berea.embedding";

    @ArchTest
    static final ArchRule stagesMeetOnlyInWhatTheyShare =
            slices().matching(ROOT + ".(*)")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            DescribedPredicate.alwaysTrue(),
                            JavaClass.Predicates.resideInAPackage(ROOT + ".text"));

    @ArchTest
    static final ArchRule stagesDoNotKnowWhoPutsThemTogether =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule onlyThreadsOfBulkWorkWait =
            noClasses()
                    .that()
                    .haveNameNotMatching(ROOT + ".bulk.(Feed|GapFilling)")
                    .should()
                    .callMethodWhere(
                            target(owner(JavaClass.Predicates.resideInAPackage("reactor..")))
                                    .and(target(nameMatching("block.*|toIterable|toStream"))));

    @ArchTest
    static final ArchRule onlyEncodingKnowsWhatRunsTheModel =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + ".encoding")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        assertThat(classes)
                .allMatch(it -> it.getPackage().isAnnotatedWith(NullMarked.class), "null-marked");
    }
}
