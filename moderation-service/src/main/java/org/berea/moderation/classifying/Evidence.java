package org.berea.moderation.classifying;

/**
 * A rule that was found, where it was found first.
 *
 * @param start of its first UTF-16 unit in the text as it is written
 * @param end after its last UTF-16 unit
 */
public record Evidence(String category, String rule, double weight, int start, int end) {}
