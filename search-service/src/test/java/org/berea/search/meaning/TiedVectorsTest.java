package org.berea.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.Vectors;
import org.berea.search.links.CrossReferences;
import org.berea.search.links.VerseGraph;
import org.junit.jupiter.api.Test;

class TiedVectorsTest {
    /** A byte a number leaves no more. */
    private static final Offset<Double> ROUNDED = within(0.01);

    private final VerseGraph graph =
            CrossReferences.of(
                            "a source",
                            List.of(
                                    new CrossReference("ROM.8.28", "GEN.50.20", 9),
                                    new CrossReference("EPH.1.11", "ROM.8.28", 9),
                                    new CrossReference("ROM.8.28", "JHN.3.16", 9)))
                    .graph();
    private final float[][] vectors = new float[graph.size()][];

    @Test
    void leaveAVerseThatIsTiedToNothingAsItIs() {
        put("PSA.23.1", Vectors.near(3, 0.6));
        var tied = TiedVectors.of(vectors, graph);
        assertThat(tied.cosine(number("PSA.23.1"), Vectors.axis(3))).isCloseTo(0.6, ROUNDED);
        assertThat(tied.cosine(number("PSA.23.1"), Vectors.axis(4))).isCloseTo(0, ROUNDED);
    }

    @Test
    void blendAVerseWithWhatLeadsToItAndWhereItLeads() {
        put("ROM.8.28", Vectors.axis(1));
        put("GEN.50.20", Vectors.axis(2));
        put("EPH.1.11", Vectors.axis(3));
        var tied = TiedVectors.of(vectors, graph);

        // Itself with 1, the two others with 1 each, as they share 2; the third has no vector.
        for (int axis : List.of(1, 2, 3)) {
            assertThat(tied.cosine(number("ROM.8.28"), Vectors.axis(axis)))
                    .isCloseTo(1 / Math.sqrt(3), ROUNDED);
        }
        assertThat(tied.cosine(number("GEN.50.20"), Vectors.axis(1)))
                .isCloseTo(2 / Math.sqrt(5), ROUNDED);
    }

    @Test
    void knowWhichVersesHaveNoVector() {
        put("ROM.8.28", Vectors.axis(1));
        var tied = TiedVectors.of(vectors, graph);
        assertThat(tied.has(number("ROM.8.28"))).isTrue();
        assertThat(tied.has(number("GEN.50.20"))).isFalse();
        assertThatThrownBy(() -> tied.cosine(number("GEN.50.20"), Vectors.axis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void put(String verse, float[] vector) {
        vectors[number(verse)] = vector;
    }

    private int number(String verse) {
        return graph.number(VerseRef.parse(verse).orElseThrow());
    }
}
