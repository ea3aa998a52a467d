package org.berea.search.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.assertj.core.data.Offset;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRef;
import org.junit.jupiter.api.Test;

class VerseGraphTest {
    private static final Offset<Double> EXACTLY = within(1e-6);

    private final VerseGraph graph =
            CrossReferences.of(
                            "a source",
                            List.of(
                                    new CrossReference("ROM.8.28", "GEN.50.20", 60),
                                    new CrossReference("ROM.8.28", "COL.1.15-18", 30),
                                    new CrossReference("ROM.8.28", "COL.1.15", 5),
                                    new CrossReference("GEN.50.20", "ROM.8.28", 9),
                                    new CrossReference("EPH.1.11", "GEN.50.20", 1),
                                    new CrossReference("ROM.8.28", "GEN.1.1", -4),
                                    new CrossReference("ROM.8.28", "ROM.8.28-29", 8)))
                    .graph();

    @Test
    void leadsToEachVerseOfAReferenceAndAddsUpWhatLeadsToTheSame() {
        var weights = weights(graph::outgoing, "ROM.8.28");
        assertThat(weights.keySet())
                .containsExactly(
                        "COL.1.15", "COL.1.16", "COL.1.17", "COL.1.18", "GEN.50.20", "ROM.8.29");
        assertThat(weights.get("GEN.50.20")).isCloseTo(Math.log(61), EXACTLY);
        assertThat(weights.get("COL.1.15")).isCloseTo(Math.log(1 + 15 + 5), EXACTLY);
        assertThat(weights.get("COL.1.16")).isCloseTo(Math.log(1 + 15), EXACTLY);
    }

    @Test
    void knowsWhereReferencesComeFrom() {
        assertThat(weights(graph::incoming, "GEN.50.20").keySet())
                .containsExactly("EPH.1.11", "ROM.8.28");
        assertThat(weights(graph::incoming, "GEN.1.1")).isEmpty();
    }

    @Test
    void knowsHowCentralAVerseIsAndHowStronglyItIsTied() {
        int verse = graph.number(verse("GEN.50.20"));
        assertThat(graph.centrality(verse)).isCloseTo(Math.log(1 + 60 + 1), EXACTLY);
        assertThat(graph.strength(verse))
                .isCloseTo(Math.log(61) + Math.log(2) + Math.log(10), EXACTLY);
    }

    @Test
    void boundsAReferenceToAWholeChapter() {
        var long119 =
                CrossReferences.of(
                                "a source",
                                List.of(new CrossReference("ROM.8.28", "PSA.119.1-176", 10)))
                        .graph();
        int verse = long119.number(verse("PSA.119.10"));
        assertThat(long119.centrality(verse)).isCloseTo(Math.log(1 + Math.sqrt(10)), EXACTLY);
        assertThat(long119.centrality(verse + 1)).isZero();
    }

    @Test
    void isEmptyWithoutCrossReferences() {
        assertThat(CrossReferences.NONE.graph().isEmpty()).isTrue();
        assertThat(graph.isEmpty()).isFalse();
    }

    private Map<String, Double> weights(
            BiConsumer<Integer, VerseGraph.EdgeUse> direction, String verse) {
        var weights = new TreeMap<String, Double>();
        direction.accept(
                graph.number(verse(verse)),
                (other, weight) -> weights.put(graph.verse(other).wire(), weight));
        return weights;
    }

    private static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }
}
