package org.berea.search.notes;

import java.util.List;

/**
 * Below these a note has nothing to do with the question.
 *
 * <p>The cosines are those of bge-small-en-v1.5 over 20 made-up notes with a question each: 16 are
 * above .58 with their question, and 2.5 others on average, which rank behind; beside references,
 * where .65 holds, 12 and none. Of 20 questions about other things the nearest note of all has .54.
 *
 * @param coverage the least share of the question's terms that a note has
 * @param coverageInDoubt the same when no note is near in meaning
 * @param ofBest the least lexical score, as a share of the best note's
 * @param cosine the least similarity of vectors; when the best has less, the question is in doubt
 * @param cosineBeside the least similarity when the question names verses, its answer already
 */
record NoteFloors(
        double coverage,
        double coverageInDoubt,
        double ofBest,
        double cosine,
        double cosineBeside) {
    static final NoteFloors CHOSEN = new NoteFloors(0.4, 0.75, 0.3, 0.58, 0.65);

    List<ScoredNote> near(List<ScoredNote> hits, boolean besideReferences) {
        double floor = besideReferences ? cosineBeside : cosine;
        return hits.stream().filter(hit -> hit.score() >= floor).toList();
    }

    /** Those of the notes, found by words, whose score is not far below the best one's. */
    List<ScoredNote> strong(List<ScoredNote> hits) {
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        return hits.stream().filter(hit -> hit.score() >= ofBest * best).toList();
    }

    /**
     * @param nearest what is nearest in meaning, empty when that is not known
     */
    double leastCoverage(List<ScoredNote> nearest) {
        boolean inDoubt = !nearest.isEmpty() && nearest.getFirst().score() < cosine;
        return inDoubt ? coverageInDoubt : coverage;
    }
}
