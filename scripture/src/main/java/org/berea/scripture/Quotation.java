package org.berea.scripture;

/**
 * Words that a text sets as somebody's exact words, by marks or as a block.
 *
 * @param text the words between the marks
 * @param start offset of the opening mark in the text as given
 * @param end offset after the closing mark
 * @param isClosed whether a closing mark was found; if not, it runs to the end of its paragraph
 * @param isIntroduced whether a word of saying stands right before it ({@code says, “Jesus wept”})
 */
public record Quotation(String text, int start, int end, boolean isClosed, boolean isIntroduced) {
    private static final int FEWEST_WORDS = 3;

    /** How many words it has. */
    public int words() {
        return Words.of(text).size();
    }

    /**
     * Whether it must match a verse: three words or more, or fewer after a word of saying.
     *
     * <p>Other marks around one or two words set terms ({@code “grace”}, the {@code “golden
     * rule”}); to hold those against a verse would forbid ordinary prose, and so short a run can
     * hardly misquote.
     */
    public boolean isQuotation() {
        int words = words();
        return words >= FEWEST_WORDS || words > 0 && isIntroduced;
    }
}
