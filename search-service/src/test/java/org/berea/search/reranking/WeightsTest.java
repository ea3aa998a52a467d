package org.berea.search.reranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.berea.search.querying.AnalysedQuestion.Kind;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final WeightSet PLAIN = new WeightSet(Kind.QUESTION, false, true);

    @Test
    void thatAreShippedKnowEachFeatureOfEachSet() {
        var weights = Weights.read();
        assertThat(WeightSet.all().toList())
                .hasSize(8)
                .allSatisfy(
                        set -> {
                            assertThat(weights.of(set)).hasSameSizeAs(set.features());
                            assertThat(DoubleStream.of(weights.of(set))).anyMatch(it -> it != 0);
                        });
    }

    @Test
    void areReadInTheOrderOfTheFeatures() {
        var weights = Weights.parse("# a head\n\n" + lines("7", PLAIN, Feature.COSINE));
        int cosine = PLAIN.features().indexOf(Feature.COSINE);
        assertThat(weights.of(PLAIN)[cosine]).isEqualTo(7);
        assertThat(DoubleStream.of(weights.of(PLAIN)).filter(it -> it != 1)).hasSize(1);
    }

    @Test
    void areRefusedWhenAFeatureIsMissingOrUnknown() {
        String all = lines("1", PLAIN, Feature.COSINE);
        assertThatThrownBy(() -> Weights.parse(all.replaceFirst("question\tcosine\t1\n", "")))
                .hasMessageStartingWith("weights of question: ");
        assertThatThrownBy(() -> Weights.parse(all + "question\tbeauty\t1\n"))
                .hasMessageStartingWith("weights of question: ");
        assertThatThrownBy(() -> Weights.parse("question\tcosine\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofSetsAreNamedByWhatIsKnown() {
        assertThat(WeightSet.all().map(WeightSet::label))
                .containsExactlyInAnyOrder(
                        "question",
                        "question-linked",
                        "question-lexical",
                        "question-linked-lexical",
                        "topic",
                        "topic-linked",
                        "topic-lexical",
                        "topic-linked-lexical");
        assertThat(new WeightSet(Kind.TOPIC, false, false).features())
                .doesNotContain(Feature.COSINE, Feature.VECTOR_RANK, Feature.CENTRALITY)
                .contains(Feature.COVERAGE);
    }

    /** 1 for each feature of each set, but for one. */
    private static String lines(String other, WeightSet set, Feature feature) {
        var lines = new StringBuilder();
        for (WeightSet each : WeightSet.all().toList()) {
            for (Feature its : each.features()) {
                boolean isOther = its == feature && each.equals(set);
                lines.append(each.label()).append('\t').append(its.label()).append('\t');
                lines.append(isOther ? other : "1").append('\n');
            }
        }
        return lines.toString();
    }
}
