package org.berea.search.lexicon;

/** Consecutive verses by number: the first, and the one after the last. */
record Span(int from, int to) {}
