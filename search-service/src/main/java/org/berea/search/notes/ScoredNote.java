package org.berea.search.notes;

/**
 * A note that was found.
 *
 * @param score higher is better; of vectors the cosine, of words comparable within one search only
 */
public record ScoredNote(String id, double score) {}
