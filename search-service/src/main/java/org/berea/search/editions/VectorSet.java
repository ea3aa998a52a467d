package org.berea.search.editions;

/**
 * All vectors that one model made of one import.
 *
 * @param model with its version
 */
public record VectorSet(EditionKey edition, String model) {}
