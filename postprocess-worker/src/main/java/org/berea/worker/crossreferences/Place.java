package org.berea.worker.crossreferences;

import org.berea.contracts.InvalidValueException;

/**
 * Where in a file of cross references something is.
 *
 * @param column its name, empty for the whole line
 */
record Place(String file, int line, String column) {
    private static final int SHOWN = 60;

    /** What is said of something that is broken there. */
    InvalidValueException broken(String found, String expected) {
        String where = column.isEmpty() ? "" : ", " + column;
        return InvalidValueException.unshown(
                "body", "%s, line %d%s: %s".formatted(file, line, where, found), expected);
    }

    InvalidValueException brokenValue(String value, String expected) {
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return broken(value.isEmpty() ? "missing" : "'" + shown + "'", expected);
    }
}
