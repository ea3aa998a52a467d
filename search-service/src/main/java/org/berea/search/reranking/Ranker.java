package org.berea.search.reranking;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.search.recall.Floors;
import org.berea.search.reranking.Description.Described;

/** Puts the candidates of one edition in order by learned weights. */
final class Ranker {
    /** Scores are less far apart than the odds, which soon leave nothing to see. */
    private static final double SLOWNESS = 2;

    private static final Comparator<Weighed> BEST_FIRST =
            comparingDouble(Weighed::sum)
                    .reversed()
                    .thenComparingInt(each -> each.candidate().number());

    private final Weights weights;
    private final Floors floors;

    Ranker(Weights weights, Floors floors) {
        this.weights = weights;
        this.floors = floors;
    }

    /** Best first, without those below the floors. */
    List<RankedVerse> rank(Description description) {
        double[] byFeature = weights.of(description.set());
        var weighed = new ArrayList<Weighed>();
        for (Described each : description.candidates()) {
            weighed.add(new Weighed(each.candidate(), dot(byFeature, each.values())));
        }
        weighed.sort(BEST_FIRST);
        return weighed.stream()
                .filter(each -> isShown(each.candidate()))
                .map(each -> each.ranked(weighed.getFirst()))
                .toList();
    }

    private boolean isShown(Candidate candidate) {
        return floors.isShown(candidate.byVector().score(), candidate.words().coverage());
    }

    private static double dot(double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private record Weighed(Candidate candidate, double sum) {
        /**
         * The best has as score what it has in common with the question, the others less as their
         * odds against it are worse.
         */
        RankedVerse ranked(Weighed best) {
            double score = best.candidate.likeness() * Math.exp((sum - best.sum) / SLOWNESS);
            return new RankedVerse(candidate.verse(), score, reason());
        }

        /** What cross references led to was found by neither: whether its words fit decides. */
        private Reason reason() {
            Place words = candidate.byWords();
            Place vector = candidate.byVector();
            boolean byWords =
                    words.isFound() || vector.isFound()
                            ? words.rank() <= vector.rank()
                            : candidate.words().coverage() > 0;
            return byWords ? Reason.LEXICAL : Reason.VECTOR;
        }
    }
}
