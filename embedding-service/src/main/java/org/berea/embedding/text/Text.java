package org.berea.embedding.text;

/** A text that is to become a vector. */
public record Text(String content, Purpose purpose) {}
