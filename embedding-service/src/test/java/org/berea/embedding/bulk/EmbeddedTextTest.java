package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTextTest {
    private final List<Verse> chapter =
            List.of(
                    new Verse("PSA.117.1", "one"),
                    new Verse("PSA.117.2", "two"),
                    new Verse("PSA.117.3", "three"),
                    new Verse("PSA.117.4", "four"));

    @Test
    void readsEachVerseAndEverySecondOneBetweenItsNeighbours() {
        assertThat(EmbeddedText.of(chapter))
                .extracting(Text::content)
                .containsExactly("one", "two", "three", "four", "one two", "two three four");
    }

    @Test
    void aVerseThatIsAllOfItsChapterStandsForItself() {
        var alone = chapter.subList(0, 1);

        assertThat(EmbeddedText.of(alone)).extracting(Text::content).containsExactly("one");
        assertThat(EmbeddedText.vector(0, 1, embedded(1)).orElseThrow()).isEqualTo(axis(0));
        assertThat(EmbeddedText.of(List.of())).isEmpty();
    }

    /** Of a chapter of four verses: 4 stands for "one two", 5 for "two three four". */
    @ParameterizedTest
    @CsvSource({"0,4,4", "1,4,5", "2,5,5", "3,5,5"})
    void aVerseStandsForItselfAndForWhatIsAroundItInEqualParts(int index, int before, int after) {
        float[] around = Vectors.mean(List.of(axis(before), axis(after)));
        float[] expected = Vectors.mean(List.of(axis(index), around));

        assertThat(EmbeddedText.vector(index, 4, embedded(6)).orElseThrow())
                .containsExactly(expected, within(1e-6f));
    }

    @Test
    void theLastOfAnOddNumberOfVersesIsReadBetweenItsNeighboursToo() {
        assertThat(EmbeddedText.of(chapter.subList(0, 3)))
                .last()
                .extracting(Text::content)
                .isEqualTo("two three");
        assertThat(EmbeddedText.vector(2, 3, embedded(5)).orElseThrow()[4]).isPositive();
    }

    @Test
    void whatTheModelRefusesIsLeftOut() {
        List<Optional<float[]>> ownRefused =
                List.of(Optional.empty(), Optional.of(axis(1)), Optional.of(axis(2)));
        List<Optional<float[]>> aroundRefused =
                List.of(Optional.of(axis(0)), Optional.of(axis(1)), Optional.empty());
        List<Optional<float[]>> allRefused =
                List.of(Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(EmbeddedText.vector(0, 2, ownRefused).orElseThrow()).isEqualTo(axis(2));
        assertThat(EmbeddedText.vector(0, 2, aroundRefused).orElseThrow()).isEqualTo(axis(0));
        assertThat(EmbeddedText.vector(0, 2, allRefused)).isEmpty();
    }

    private static List<Optional<float[]>> embedded(int texts) {
        return IntStream.range(0, texts).mapToObj(i -> Optional.of(axis(i))).toList();
    }

    private static float[] axis(int dimension) {
        float[] vector = new float[6];
        vector[dimension] = 1;
        return vector;
    }
}
