package org.berea.moderation.classifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.berea.moderation.policy.Category;
import org.berea.moderation.policy.Policy;
import org.berea.moderation.policy.Rule;
import org.berea.moderation.policy.Thresholds;
import org.junit.jupiter.api.Test;

/** The notation of phrases. */
class ClassifierTest {
    private static final Map<String, List<String>> WORDS =
            Map.of("steal", List.of("steal", "make off with"), "animal", List.of("ox", "donkey"));

    @Test
    void findsWordsGroupsAndExpressions() {
        var classifier = classifier("{steal} the? {animal}|sheep");

        assertThat(classifier.classify("Steal an ox")).isEmpty();
        assertThat(classifier.classify("They make off with the donkey")).hasSize(1);
        assertThat(classifier.classify("STEAL SHEEP")).hasSize(1);
    }

    @Test
    void letsGapsStretchAsFarAsTheyMayWithinTheSentence() {
        var classifier = classifier("steal ~2 ox");

        assertThat(classifier.classify("steal his neighbour's ox")).hasSize(1);
        assertThat(classifier.classify("steal a very large ox")).isEmpty();
        assertThat(classifier.classify("Do they steal? The ox is here")).isEmpty();
    }

    @Test
    void letsDoubledGapsCrossSentences() {
        assertThat(classifier("steal ~~5 ox").classify("They steal. Where is the ox?")).hasSize(1);
    }

    @Test
    void neverSkipsABarrier() {
        assertThat(classifier("how ~3 steal").classify("how do I not steal")).isEmpty();
        assertThat(classifier("how ~3 steal").classify("how do I quickly steal")).hasSize(1);
    }

    @Test
    void takesOpeningsWhereACommandCanBegin() {
        var classifier = classifier("^ steal {animal}");

        assertThat(classifier.classify("Now then: steal ox")).hasSize(1);
        assertThat(classifier.classify("They steal ox")).isEmpty();
    }

    @Test
    void refusesPhrasesItCannotRead() {
        for (String wrong :
                List.of("{nobody} steals", "steal?", "~3 steal", "steal? ~ ox", "— ox")) {
            assertThatThrownBy(() -> classifier(wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("expected");
        }
    }

    @Test
    void refusesMarkupThatIsNoRegularExpression() {
        assertThatThrownBy(() -> new Classifier(policy(List.of(), List.of("(unclosed"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("markup");
    }

    private static Classifier classifier(String phrase) {
        return new Classifier(policy(List.of(phrase), List.of()));
    }

    private static Policy policy(List<String> phrases, List<String> markup) {
        var rule = new Rule("a rule", 0.7, phrases, markup);
        var category =
                new Category(
                        "theft", "it wants cattle", new Thresholds(0.6, 0.6, 0.6), List.of(rule));
        return new Policy(1, List.of("not"), WORDS, List.of(category));
    }
}
