package org.berea.contracts.completion;

/** One verse of a passage: {@code ROM.8.28} and its text. */
public record Verse(String ref, String text) {}
