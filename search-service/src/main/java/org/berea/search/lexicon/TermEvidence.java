package org.berea.search.lexicon;

/**
 * What one verse has of a question's terms.
 *
 * @param chapter BM25 of its whole chapter among all chapters
 * @param coverage the share, 0 to 1, of the terms that the verse has with the two before and the
 *     two after, weighed by rarity
 * @param pairs how many pairs of terms that follow one another in the question stand close together
 *     in the verse, in that order
 * @param words how many terms the verse has, of the question or not
 */
public record TermEvidence(double chapter, double coverage, int pairs, int words) {}
