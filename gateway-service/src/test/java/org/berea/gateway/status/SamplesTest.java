package org.berea.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest {
    private static final Samples SAMPLES =
            new Samples(
                    Sample.read(
                            """
                            # HELP answers_total Answers
                            # TYPE answers_total counter
                            answers_total{outcome="finished",task="a"} 3.0
                            answers_total{outcome="finished",task="b"} 1.5E1
                            answers_total{outcome="fa{il}ed \\"x\\", y",task="a"} 0.0
                            depth 7
                            lag{consumer="audit"} NaN
                            words_bucket{task="a",le="0.1"} 2
                            words_bucket{task="a",le="0.5"} 3
                            words_bucket{task="a",le="+Inf"} 4
                            words_bucket{task="b",le="0.1"} 0
                            words_bucket{task="b",le="0.5"} 6
                            words_bucket{task="b",le="+Inf"} 6
                            """));

    @Test
    void sumsByALabelAndLeavesOutWhatIsZero() {
        assertThat(SAMPLES.by("answers_total", "outcome")).containsOnly(entry("finished", 18.0));
        assertThat(SAMPLES.sum("answers_total", "task", "a")).isEqualTo(3);
        assertThat(SAMPLES.max("depth")).isEqualTo(7);
        assertThat(SAMPLES.sum("lag")).isZero();
    }

    @Test
    void findsTheBucketThatHoldsAShare() {
        assertThat(SAMPLES.quantile(0.2, "words")).isEqualTo(0.1);
        assertThat(SAMPLES.quantile(0.9, "words")).isEqualTo(0.5);
        assertThat(SAMPLES.quantile(0.99, "words")).isInfinite();
        assertThat(SAMPLES.quantile(0.5, "nothing")).isNaN();
        assertThat(new Samples(List.of()).max("depth")).isZero();
    }
}
