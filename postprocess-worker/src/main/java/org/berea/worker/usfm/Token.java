package org.berea.worker.usfm;

/** A piece of USFM and the line on which it starts. */
sealed interface Token {
    int line();

    /** Characters up to the next marker. */
    record Text(int line, String text) implements Token {}

    /**
     * A backslash and what follows.
     *
     * @param name without plus and asterisk; empty for the end of a milestone
     * @param closing whether an asterisk ends it
     */
    record Marker(int line, String name, boolean nested, boolean closing) implements Token {}
}
