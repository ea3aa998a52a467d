package org.berea.moderation;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(
        packages = "org.berea.moderation",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.berea.moderation";

    @ArchTest
    static final ArchRule classifyingKnowsNoLaterStage =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".classifying")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".deciding");

    @ArchTest
    static final ArchRule thePolicyKnowsNoStage =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".policy")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + ".classifying", ROOT + ".deciding");

    @ArchTest
    static final ArchRule stagesDoNotKnowWhoPutsThemTogether =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule stagesKnowNothingOfTheWeb =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + ".*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "reactor..");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule nothingWaitsForReactor =
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(owner(JavaClass.Predicates.resideInAPackage("reactor..")))
                                    .and(target(nameMatching("block.*|toIterable|toStream"))));

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        assertThat(classes)
                .allMatch(it -> it.getPackage().isAnnotatedWith(NullMarked.class), "null-marked");
    }
}
