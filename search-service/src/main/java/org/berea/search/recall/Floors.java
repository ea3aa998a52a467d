package org.berea.search.recall;

import java.util.List;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;

/**
 * Below these a verse has nothing to do with the question.
 *
 * <p>Chosen over the 38,029 verses of the World English Bible with bge-small-en-v1.5, on 350
 * questions and topics that it answers and 60 questions about other things (carburetors, capitals,
 * recipes). Without floors all 60 get ten verses each; with them 49 get none and the rest four on
 * average, while of the 350 eleven get none and recall of the first ten rises from .312 to .320. By
 * words alone: 41 of 60 and 37 of 350 get none. Half of the 60 have no verse above a cosine of .57
 * and nine tenths none above .65; of the 350, 95 of 100 have one above .62.
 *
 * @param coverage the least share of the question's terms, weighed by rarity
 * @param coverageInDoubt the same when no verse is near in meaning
 * @param ofBest the least lexical score, as a share of the best verse's
 * @param cosine the least similarity of vectors; when the best has less, the question is in doubt
 * @param cosineBeside the least similarity when the question names verses, its answer already
 */
public record Floors(
        double coverage,
        double coverageInDoubt,
        double ofBest,
        double cosine,
        double cosineBeside) {
    public static final Floors CHOSEN = new Floors(0.4, 0.75, 0.3, 0.62, 0.7);

    List<VectorHit> near(List<VectorHit> hits, boolean besideReferences) {
        double floor = besideReferences ? cosineBeside : cosine;
        return hits.stream().filter(hit -> hit.cosine() >= floor).toList();
    }

    /**
     * @param nearest what is nearest in meaning, empty when that is not known
     */
    List<LexicalHit> lexical(List<LexicalHit> hits, List<VectorHit> nearest) {
        double least = isInDoubt(nearest) ? coverageInDoubt : coverage;
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        return hits.stream()
                .filter(hit -> hit.coverage() >= least && hit.score() >= ofBest * best)
                .toList();
    }

    private boolean isInDoubt(List<VectorHit> nearest) {
        return !nearest.isEmpty() && nearest.getFirst().cosine() < cosine;
    }
}
