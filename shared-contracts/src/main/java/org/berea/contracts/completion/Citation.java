package org.berea.contracts.completion;

/**
 * A reference in the answer's text, sent before the sentence that holds it.
 *
 * @param text as it stands in the sentence
 * @param ref the verses meant
 * @param passage index into {@code sources.passages}
 */
public record Citation(String text, String ref, int passage) {}
