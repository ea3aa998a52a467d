package org.berea.search.engine;

import org.berea.scripture.VerseRange;

/**
 * The text of a verse, or of several that the edition prints as one.
 *
 * @param verses one verse as a rule
 */
public record StoredVerse(VerseRange verses, String text) {}
