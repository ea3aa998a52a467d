package org.berea.search.notes;

/**
 * How much a store holds, of all owners together.
 *
 * @param notes that have text
 * @param embedded of these, how many have vectors of any model
 */
public record NoteCounts(int notes, int embedded) {}
