package org.berea.benchmarks.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.berea.benchmarks.lines.Triple;
import org.berea.benchmarks.questions.Question;
import tools.jackson.databind.node.StringNode;

/** Questions whose right verse is the one that three features say it is, with some noise. */
final class MadeExamples {
    static final List<String> FEATURES = List.of("helps", "harms", "idle");

    private static final int CANDIDATES = 30;
    private static final double NOISE = 0.3;

    private MadeExamples() {}

    /** The right one is that with the most of 2 · helps - 1 · harms. */
    static List<Example> of(int count, long seed, float helpsUnit) {
        var random = new Random(seed);
        var examples = new ArrayList<Example>();
        for (int i = 0; i < count; i++) {
            examples.add(example(i, random, helpsUnit));
        }
        return examples;
    }

    private static Example example(int number, Random random, float helpsUnit) {
        float[][] values = new float[CANDIDATES][];
        boolean[] right = new boolean[CANDIDATES];
        var verses = new ArrayList<String>();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double helps = random.nextGaussian();
            double harms = random.nextGaussian();
            values[i] =
                    new float[] {
                        (float) helps * helpsUnit, (float) harms, (float) random.nextGaussian()
                    };
            verses.add("PSA.119." + (i + 1));
            double worth = 2 * helps - harms + NOISE * random.nextGaussian();
            best = worth > most ? i : best;
            most = Math.max(most, worth);
        }
        right[best] = true;
        var question =
                new Question(
                        number + 1,
                        StringNode.valueOf("q" + number),
                        "?",
                        Set.of(new Triple("PSA", 119, best + 1)),
                        Optional.empty());
        return new Example(question, "question", FEATURES, verses, values, right);
    }
}
