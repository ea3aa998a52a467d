package org.berea.worker.usfm;

/** USFM that is broken: where, what was found and what was expected instead. */
public final class UsfmException extends RuntimeException {
    private final String place;
    private final String found;
    private final String expected;

    UsfmException(String file, int line, String marker, String found, String expected) {
        super(
                "%s, line %d, \\%s: %s (expected: %s)"
                        .formatted(file, line, marker, found, expected));
        this.place = "%s, line %d, \\%s".formatted(file, line, marker);
        this.found = found;
        this.expected = expected;
    }

    /** File, line and marker, for people: {@code 44-JHN.usfm, line 12, \f}. */
    public String place() {
        return place;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
