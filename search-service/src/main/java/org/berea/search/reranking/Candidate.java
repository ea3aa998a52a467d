package org.berea.search.reranking;

import org.berea.scripture.VerseRef;
import org.berea.search.lexicon.TermEvidence;

/**
 * A verse that may fit the question, with what is known of it by itself.
 *
 * @param number of the verse in the canon
 * @param words what its text, its surroundings and its chapter have of the question
 * @param byWords how those found by words have it
 * @param byVector how those found by vector have it; the score is the cosine
 * @param tiedCosine its similarity together with what it is tied to
 */
record Candidate(
        VerseRef verse,
        int number,
        TermEvidence words,
        Place byWords,
        Place byVector,
        double tiedCosine) {
    private static final double COSINE_WEIGHT = 30;
    private static final double LEAST_LIKENESS = 0.01;

    /** A first, plain score. */
    double firstScore() {
        return byWords.score() + COSINE_WEIGHT * byVector.score();
    }

    /** What it has in common with the question, 0 to 1, in meaning or in words. */
    double likeness() {
        double likeness = Math.max(byVector.score(), words.coverage());
        return Math.min(1, Math.max(LEAST_LIKENESS, likeness));
    }
}
