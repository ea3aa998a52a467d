package org.berea.search.editions;

/**
 * One import of one translation; everything that is indexed carries the key of its import.
 *
 * @param importId sorts by time
 */
public record EditionKey(String translation, String importId) {
    /** Both in one word; a translation's code has no bar. */
    public String label() {
        return translation + "|" + importId;
    }

    boolean isOlderThan(EditionKey other) {
        return importId.compareTo(other.importId) < 0;
    }
}
