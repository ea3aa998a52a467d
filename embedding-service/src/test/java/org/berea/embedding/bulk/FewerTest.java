package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.embedding.text.Vectors;
import org.junit.jupiter.api.Test;

class FewerTest {
    private static final float[] EAST = {1, 0};
    private static final float[] NORTH = {0, 1};

    @Test
    void leavesFewAsTheyAre() {
        assertThat(Fewer.of(List.of(EAST, NORTH), 2)).containsExactly(EAST, NORTH);
    }

    @Test
    void putsNeighboursTogetherAndLeavesNoneOut() {
        var fewer = Fewer.of(List.of(EAST, EAST, EAST, NORTH, NORTH), 3);

        assertThat(fewer).hasSize(3);
        assertThat(fewer.get(0)).containsExactly(1, 0);
        assertThat(fewer.get(1)[0]).isCloseTo(fewer.get(1)[1], within(1e-6f));
        assertThat(fewer.get(2)).containsExactly(0, 1);
    }

    @Test
    void neverExceedsTheLimitAndKeepsUnitLength() {
        for (int count = 1; count < 300; count += 7) {
            var many = IntStream.range(0, count).mapToObj(i -> i % 2 == 0 ? EAST : NORTH).toList();

            assertThat(Fewer.of(many, 64))
                    .hasSizeLessThanOrEqualTo(64)
                    .allMatch(vector -> Math.abs(Vectors.length(vector) - 1) < 1e-6);
        }
    }
}
