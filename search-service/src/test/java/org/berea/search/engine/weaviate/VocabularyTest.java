package org.berea.search.engine.weaviate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary vocabulary =
            Vocabulary.of(List.of("the lord is my shepherd", "the lord reign", "praise the lord"));

    @Test
    void countsATermOnlyWhereItStandsAlone() {
        var weighed = vocabulary.weigh(List.of("lord"));
        assertThat(weighed.coverage("lord")).isEqualTo(1);
        assertThat(weighed.coverage("the lord is")).isEqualTo(1);
        assertThat(weighed.coverage("lordship of a warlord")).isZero();
        assertThat(weighed.coverage("warlord and lord")).isEqualTo(1);
        assertThat(weighed.coverage("")).isZero();
    }

    @Test
    void weighsRareTermsMore() {
        var weighed = vocabulary.weigh(List.of("lord", "shepherd", "carburetor"));
        assertThat(weighed.coverage("shepherd")).isGreaterThan(weighed.coverage("lord"));
        assertThat(weighed.coverage("shepherd lord"))
                .isCloseTo(1 - weighed.coverage("carburetor"), within(1e-9));
    }

    @Test
    void weighsAllTheSameWhileItKnowsNone() {
        var weighed = Vocabulary.UNKNOWN.weigh(List.of("lord", "shepherd"));
        assertThat(weighed.coverage("lord")).isCloseTo(.5, within(1e-9));
        assertThat(Vocabulary.UNKNOWN.weigh(List.of()).coverage("lord")).isZero();
    }
}
