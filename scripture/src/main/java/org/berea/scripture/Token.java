package org.berea.scripture;

/**
 * One word, number or mark of a text.
 *
 * @param text in lower case
 * @param isCapital whether the word begins with a capital
 * @param isUpper whether every letter is a capital
 * @param value of a number; {@link #TOO_LARGE} when no chapter or verse can be so large
 * @param space what stood before it
 * @param start offset in the original
 * @param end offset in the original
 */
record Token(
        Kind kind,
        String text,
        boolean isCapital,
        boolean isUpper,
        int value,
        Space space,
        int start,
        int end) {
    static final int TOO_LARGE = 100_000;

    enum Kind {
        WORD,
        NUMBER,
        MARK,
        END
    }

    enum Space {
        NONE,
        BLANK,
        LINE
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean is(String expected) {
        return text.equals(expected);
    }

    boolean isGlued() {
        return space == Space.NONE;
    }
}
