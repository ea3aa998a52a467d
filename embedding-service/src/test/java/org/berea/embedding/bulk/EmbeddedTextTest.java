package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.berea.contracts.completion.Verse;
import org.berea.embedding.text.Text;
import org.junit.jupiter.api.Test;

class EmbeddedTextTest {
    private final List<Verse> chapter =
            List.of(
                    new Verse("PSA.117.1", "Praise the Lord"),
                    new Verse("PSA.117.2", "For his kindness is great"),
                    new Verse("PSA.117.3", "Amen"));

    @Test
    void standsForAVerseByItselfAndBetweenItsNeighbours() {
        assertThat(EmbeddedText.of(chapter, 1))
                .extracting(Text::content)
                .containsExactly(
                        "For his kindness is great",
                        "Praise the Lord For his kindness is great Amen");
    }

    @Test
    void theFirstAndTheLastVerseHaveOneNeighbour() {
        assertThat(EmbeddedText.of(chapter, 0))
                .last()
                .extracting(Text::content)
                .isEqualTo("Praise the Lord For his kindness is great");
        assertThat(EmbeddedText.of(chapter, 2))
                .last()
                .extracting(Text::content)
                .isEqualTo("For his kindness is great Amen");
    }

    @Test
    void aVerseThatIsAllOfItsChapterStandsForItself() {
        assertThat(EmbeddedText.of(chapter.subList(0, 1), 0)).hasSize(1);
    }
}
