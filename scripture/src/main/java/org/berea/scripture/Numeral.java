package org.berea.scripture;

/**
 * A number in a text.
 *
 * @param to index after its last token
 */
record Numeral(int value, Style style, int to) {
    enum Style {
        DIGITS,
        WORDS,
        ROMAN,
        ORDINAL
    }

    boolean isDigits() {
        return style == Style.DIGITS;
    }
}
