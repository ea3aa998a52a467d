package org.berea.moderation.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.berea.contracts.moderation.Direction;
import org.berea.moderation.classifying.Evidence;
import org.berea.moderation.policy.Category;
import org.berea.moderation.policy.Policy;
import org.berea.moderation.policy.Rule;
import org.berea.moderation.policy.Thresholds;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private final Decider decider =
            new Decider(
                    new Policy(
                            1,
                            List.of(),
                            Map.of(),
                            List.of(category("theft", 0.6), category("murder", 0.6))));

    @Test
    void addsHintsOfOneCategoryUp() {
        var result = decider.decide(List.of(theft(0.5), theft(0.3)), Direction.QUESTION);

        assertThat(result.flagged()).isTrue();
        assertThat(result.category()).isEqualTo("theft");
        assertThat(result.score()).isEqualTo(0.65);
        assertThat(result.reason()).isEqualTo("because of theft");
    }

    @Test
    void doesNotAddHintsOfDifferentCategories() {
        var murder = new Evidence("murder", "rule", 0.5, 0, 1);
        var result = decider.decide(List.of(theft(0.5), murder), Direction.QUESTION);

        assertThat(result.flagged()).isFalse();
        assertThat(result.category()).isNull();
        assertThat(result.score()).isEqualTo(0.5);
        assertThat(result.spans()).isEmpty();
    }

    @Test
    void toleratesMoreInADirectionWithAHigherThreshold() {
        assertThat(decider.decide(List.of(theft(0.7)), Direction.QUESTION).flagged()).isTrue();
        assertThat(decider.decide(List.of(theft(0.7)), Direction.ANSWER).flagged()).isFalse();
    }

    @Test
    void namesTheMostProbableCategory() {
        var murder = new Evidence("murder", "rule", 0.9, 3, 9);
        var result = decider.decide(List.of(theft(0.7), murder), Direction.DOCUMENT);

        assertThat(result.category()).isEqualTo("murder");
        assertThat(result.spans()).containsExactly(List.of(3, 9));
    }

    @Test
    void givesNothingWithoutEvidence() {
        assertThat(decider.decide(List.of(), Direction.DOCUMENT).score()).isZero();
    }

    private static Evidence theft(double weight) {
        return new Evidence("theft", "rule " + weight, weight, 0, 5);
    }

    private static Category category(String name, double question) {
        return new Category(
                name,
                "because of " + name,
                new Thresholds(question, 0.6, 0.8),
                List.of(new Rule("rule", 0.5, List.of("x"), null)));
    }
}
