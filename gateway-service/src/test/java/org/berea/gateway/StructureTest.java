package org.berea.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@AnalyzeClasses(
        packages = "org.berea.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
final class StructureTest {
    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_LATER_ONES =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("arrival")
                    .definedBy("..gateway.arrival..")
                    .layer("authentication")
                    .definedBy("..gateway.authentication..")
                    .layer("quota")
                    .definedBy("..gateway.quota..")
                    .layer("routes")
                    .definedBy("..gateway.routes..")
                    .layer("page")
                    .definedBy("..gateway.page..")
                    .layer("status")
                    .definedBy("..gateway.status..")
                    .whereLayer("status")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("page")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("routes")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("quota")
                    .mayOnlyBeAccessedByLayers("routes")
                    .whereLayer("authentication")
                    .mayOnlyBeAccessedByLayers("quota", "routes");

    @ArchTest
    static final ArchRule NO_STORE_BUT_METERING =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "java.sql..",
                            "org.apache.kafka..",
                            "io.lettuce..");

    @ArchTest
    static final ArchRule NOTHING_BLOCKS =
            noClasses()
                    .should()
                    .callMethod(Mono.class, "block")
                    .orShould()
                    .callMethod(Flux.class, "blockFirst")
                    .orShould()
                    .callMethod(Flux.class, "blockLast")
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED =
            fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes().should(new InNullMarkedPackage()).allowEmptyShould(false);

    private static final class InNullMarkedPackage extends ArchCondition<JavaClass> {
        InNullMarkedPackage() {
            super("be in a @NullMarked package");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getFullName() + " is not"));
        }
    }
}
