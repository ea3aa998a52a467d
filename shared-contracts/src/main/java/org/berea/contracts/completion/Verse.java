package org.berea.contracts.completion;

/**
 * One verse of a passage: {@code ROM.8.28} and its text.
 *
 * @param ref a range, {@code ROM.8.28-29}, where the edition prints several verses as one
 */
public record Verse(String ref, String text) {}
