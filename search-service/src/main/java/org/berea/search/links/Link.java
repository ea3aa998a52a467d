package org.berea.search.links;

import org.berea.scripture.VerseRange;

/**
 * Where a cross reference leads.
 *
 * @param votes of readers; more of them found it fitting, negative when more did not
 */
public record Link(VerseRange to, int votes) {}
