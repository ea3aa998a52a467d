package org.berea.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LearnerTest {
    private static final double TINY = 1e-6;

    private final Learner learner = new Learner(5, 1);

    @Test
    void findsWhatMakesACandidateRight() {
        double[] weights = learner.learn(MadeExamples.of(200, 1, 1)).weights();

        assertThat(weights[0] / -weights[1]).isCloseTo(2, within(0.3));
        assertThat(Math.abs(weights[2])).isLessThan(0.1 * weights[0]);
    }

    @Test
    void ordersQuestionsItNeverSaw() {
        double[] weights = learner.learn(MadeExamples.of(200, 1, 1)).weights();
        List<Example> others = MadeExamples.of(200, 2, 1);

        assertThat(meanGain(others, weights)).isGreaterThan(0.9);
        assertThat(meanGain(others, new double[] {0, 0, 1})).isLessThan(0.3);
    }

    @Test
    void doesNotCareInWhichUnitAFeatureIs() {
        double[] plain = Learner.weights(MadeExamples.of(100, 1, 1), 0.03);
        double[] large = Learner.weights(MadeExamples.of(100, 1, 1000), 0.03);

        assertThat(large[0] * 1000).isCloseTo(plain[0], within(1e-3));
        assertThat(large[1]).isCloseTo(plain[1], within(1e-3));
    }

    @Test
    void learnsTheSameFromTheSame() {
        List<Example> examples = MadeExamples.of(60, 1, 1);

        assertThat(learner.learn(examples).weights())
                .containsExactly(learner.learn(examples).weights());
    }

    @Test
    void holdsWeightsBackByThePenalty() {
        List<Example> examples = MadeExamples.of(60, 1, 1);

        assertThat(Learner.weights(examples, 0.3)[0])
                .isPositive()
                .isLessThan(Learner.weights(examples, 0.003)[0]);
    }

    @Test
    void choosesThePenaltyThatServedBestOnWhatWasHeldBack() {
        var learned = learner.learn(MadeExamples.of(60, 1, 1));

        assertThat(learned.byPenalty()).hasSize(5);
        assertThat(Collections.max(learned.byPenalty().values()))
                .isEqualTo(learned.byPenalty().get(learned.penalty()));
    }

    @Test
    void learnsNothingWhereNothingIsRight() {
        var example = MadeExamples.of(1, 1, 1).getFirst();
        var hopeless =
                new Example(
                        example.question(),
                        example.kind(),
                        example.features(),
                        example.verses(),
                        example.values(),
                        new boolean[example.size()]);

        assertThat(Learner.weights(List.of(hopeless), 0.1)).containsOnly(0);
    }

    @Test
    void hasTheSlopeAndTheCurvatureThatItsLossHas() {
        List<Example> examples = MadeExamples.of(10, 1, 1);
        var loss = new Softmax(examples, Scale.of(examples, 3), 0.1);
        double[] at = {0.5, -0.2, 0.1};
        Softmax.Point point = loss.at(at);

        assertThat(point.loss).isCloseTo(loss.loss(at), within(TINY));
        for (int i = 0; i < 3; i++) {
            Softmax.Point up = loss.at(moved(at, i, TINY));
            Softmax.Point down = loss.at(moved(at, i, -TINY));
            assertThat(point.slope[i]).isCloseTo((up.loss - down.loss) / (2 * TINY), within(1e-4));
            for (int j = 0; j < 3; j++) {
                assertThat(point.curvature[i][j])
                        .isCloseTo((up.slope[j] - down.slope[j]) / (2 * TINY), within(1e-4));
            }
        }
    }

    @Test
    void solvesLinearEquations() {
        double[][] matrix = {{4, 1, 0}, {1, 3, 1}, {0, 1, 2}};

        assertThat(Newton.solve(matrix, new double[] {6, 10, 8}))
                .containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }

    private static double[] moved(double[] weights, int index, double by) {
        double[] moved = weights.clone();
        moved[index] += by;
        return moved;
    }

    private static double meanGain(List<Example> examples, double[] weights) {
        return examples.stream()
                .mapToDouble(example -> example.scores(weights).gain())
                .average()
                .orElseThrow();
    }
}
