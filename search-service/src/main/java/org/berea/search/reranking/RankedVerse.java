package org.berea.search.reranking;

import org.berea.contracts.completion.Passage.Reason;
import org.berea.scripture.VerseRef;

/**
 * A verse with its place in the fused order.
 *
 * @param score 0 to 1
 * @param reason the leg that ranked it better
 */
public record RankedVerse(VerseRef verse, double score, Reason reason) {}
