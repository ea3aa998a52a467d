package org.berea.worker.usfm;

/**
 * A verse with its plain text.
 *
 * @param lastVerse the verse itself, or the last one of several that the edition prints as one
 */
public record UsfmVerse(int chapter, int verse, int lastVerse, String text) {}
