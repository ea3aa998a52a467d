package org.berea.search.weaviate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.weaviate.client6.v1.api.collections.query.FetchObjects;
import io.weaviate.client6.v1.api.collections.query.Filter;
import org.junit.jupiter.api.Test;

/**
 * What the client does with filters cannot be seen from its answers: of {@code filters(a, b)} it
 * sends none at all, so that everything is found, whoever owns it.
 */
class FilterCallsTest {
    private static final ArchRule NEVER_SEVERAL =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "filters(Filter...)",
                                    call ->
                                            call.getTarget().getName().equals("filters")
                                                    && call
                                                            .getTarget()
                                                            .getRawParameterTypes()
                                                            .stream()
                                                            .anyMatch(JavaClass::isArray)))
                    .allowEmptyShould(false);

    @Test
    void noQuestionIsGivenSeveralFilters() {
        NEVER_SEVERAL.check(
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.berea.search"));
    }

    @Test
    void theRuleSeesOneThatIs() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);
        assertThat(NEVER_SEVERAL.evaluate(wrong).hasViolation()).isTrue();
    }

    private static final class Wrong {
        FetchObjects ask(Filter first, Filter second) {
            return FetchObjects.of(query -> query.filters(first, second));
        }
    }
}
