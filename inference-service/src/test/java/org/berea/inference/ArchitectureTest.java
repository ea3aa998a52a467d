package org.berea.inference;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;

/** The structure that the packages promise. */
@AnalyzeClasses(
        packages = "org.berea.inference",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "org.berea.inference.";
    private static final List<String> STAGES =
            List.of(
                    "admission",
                    "caching",
                    "grounding",
                    "prompting",
                    "routing",
                    "safeguards",
                    "streaming",
                    "usage");
    private static final List<String> SHARED =
            List.of("models", "reservation", "events", "instance", "schema");
    private static final int MOST_PUBLIC = 3;

    @ArchTest
    static void noStageKnowsALaterOne(JavaClasses classes) {
        for (int i = 0; i < STAGES.size() - 1; i++) {
            String[] later =
                    STAGES.subList(i + 1, STAGES.size()).stream()
                            .map(stage -> ROOT + stage)
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + STAGES.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .check(classes);
        }
    }

    @ArchTest
    static void sharedPackagesKnowNoStage(JavaClasses classes) {
        for (String shared : SHARED) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + shared)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(STAGES.stream().map(ROOT::concat).toArray(String[]::new))
                    .check(classes);
        }
    }

    @ArchTest
    static void everyPackageIsAStageOrShared(JavaClasses classes) {
        assertThat(classes)
                .allMatch(
                        type ->
                                type.getPackageName().equals("org.berea.inference")
                                        || STAGES.contains(packageOf(type))
                                        || SHARED.contains(packageOf(type)));
    }

    @ArchTest
    static void aStageShowsFewTypes(JavaClasses classes) {
        for (String stage : STAGES) {
            assertThat(
                            classes.stream()
                                    .filter(type -> isShownBy(stage, type))
                                    .map(JavaClass::getSimpleName))
                    .as("public types of " + stage)
                    .hasSizeLessThanOrEqualTo(MOST_PUBLIC);
        }
    }

    @ArchTest
    static final ArchRule nothingIsNullUnlessItSaysSo =
            classes()
                    .that()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith(NullMarked.class);

    @ArchTest
    static void everyPackageSaysSo(JavaClasses classes) {
        assertThat(classes.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> classes.contain(name + ".package-info"));
    }

    @ArchTest static final ArchRule nothingBlocks = noClasses().should(callMethodWhere(blocks()));

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class);

    private static boolean isShownBy(String stage, JavaClass type) {
        return packageOf(type).equals(stage)
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName()
                .substring(Math.min(ROOT.length(), type.getPackageName().length()));
    }

    private static DescribedPredicate<JavaCall<?>> blocks() {
        return DescribedPredicate.describe(
                "block their thread",
                call ->
                        call.getName().startsWith("block")
                                        && call.getTargetOwner()
                                                .getPackageName()
                                                .equals("reactor.core.publisher")
                                || call.getName().equals("sleep")
                                        && call.getTargetOwner().isEquivalentTo(Thread.class));
    }
}
