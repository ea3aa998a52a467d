package org.berea.search.engine;

import org.berea.scripture.VerseRef;

/**
 * A verse found by its vector.
 *
 * @param cosine −1 to 1, the same for every search
 */
public record VectorHit(VerseRef verse, double cosine) {}
