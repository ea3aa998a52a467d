package org.berea.search.widening;

import org.berea.scripture.VerseRange;
import org.berea.search.editions.Edition;

/**
 * Where a verse is read: in the preferred edition of those that print text for it.
 *
 * @param verses the verse, with those that the edition prints as one with it
 */
record Home(Edition edition, VerseRange verses) {}
