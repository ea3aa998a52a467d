package org.berea.benchmarks.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.berea.benchmarks.lines.Triple;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final double EXACT = 1e-9;

    private static final Triple RIGHT = new Triple("ROM", 8, 28);
    private static final Triple RIGHT_TOO = new Triple("ROM", 8, 29);

    @Test
    void arePerfectWhenAllRightVersesComeFirst() {
        var scores = Scores.of(List.of(RIGHT_TOO, RIGHT, wrong(1)), Set.of(RIGHT, RIGHT_TOO));

        assertThat(scores).isEqualTo(new Scores(1, 1));
    }

    @Test
    void areNothingForNothing() {
        assertThat(Scores.of(List.of(), Set.of(RIGHT))).isEqualTo(Scores.NOTHING);
        assertThat(Scores.of(List.of(wrong(1)), Set.of(RIGHT))).isEqualTo(Scores.NOTHING);
    }

    /** On the second place a hit is worth 1 / log2(3), and one of two found is half. */
    @Test
    void discountWhatComesLater() {
        var scores = Scores.of(List.of(wrong(1), RIGHT), Set.of(RIGHT, RIGHT_TOO));

        assertThat(scores.recall()).isEqualTo(0.5);
        assertThat(scores.gain()).isEqualTo(0.6309297535714575 / 1.6309297535714575, within(EXACT));
    }

    @Test
    void lookAtTheFirstTenAlone() {
        List<Triple> found =
                new ArrayList<>(IntStream.range(0, 10).mapToObj(ScoresTest::wrong).toList());
        found.add(RIGHT);

        assertThat(Scores.of(found, Set.of(RIGHT))).isEqualTo(Scores.NOTHING);
        assertThat(Scores.of(found.subList(1, 11), Set.of(RIGHT)).recall()).isEqualTo(1);
    }

    /** Twelve are right: ten places hold ten of them at best, in the best order. */
    @Test
    void measureRecallByAllThatIsRight() {
        List<Triple> right = IntStream.range(0, 12).mapToObj(ScoresTest::wrong).toList();

        var scores = Scores.of(right, Set.copyOf(right));

        assertThat(scores.recall()).isEqualTo(10 / 12.0, within(EXACT));
        assertThat(scores.gain()).isEqualTo(1, within(EXACT));
    }

    private static Triple wrong(int verse) {
        return new Triple("GEN", 1, verse);
    }
}
