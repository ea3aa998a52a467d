package org.berea.search.engine;

import org.berea.scripture.VerseRef;

/**
 * A verse found by its words.
 *
 * @param score comparable within one search only
 * @param coverage the share, 0 to 1, of the terms that the verse or its neighbours have, each
 *     weighed by how rare it is; a term that the whole text lacks weighs most
 */
public record LexicalHit(VerseRef verse, double score, double coverage) {}
