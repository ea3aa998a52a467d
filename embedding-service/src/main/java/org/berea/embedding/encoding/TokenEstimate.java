package org.berea.embedding.encoding;

/**
 * How many tokens a text has at most, for models whose tokenizer is not at hand. Tokenizers differ;
 * this counts more than the usual ones do, so that a text is rather split than cut.
 */
final class TokenEstimate {
    private static final int LETTERS_IN_A_TOKEN = 3;
    private static final int ASCII = 128;
    private static final int TWO_BYTES = 0x800;
    // For what a model adds around a text.
    private static final int AROUND = 4;

    private TokenEstimate() {}

    /** Latin letters come three in a token, digits and signs alone, all else byte by byte. */
    static int of(String text) {
        int tokens = AROUND;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (isLatinLetter(next)) {
                tokens += letters % LETTERS_IN_A_TOKEN == 0 ? 1 : 0;
                letters++;
            } else {
                tokens += tokens(next);
                letters = 0;
            }
        }
        return tokens;
    }

    private static boolean isLatinLetter(char character) {
        return character < ASCII && Character.isLetter(character);
    }

    private static int tokens(char character) {
        if (character < ASCII) {
            return Character.isWhitespace(character) ? 0 : 1;
        }
        // A surrogate is half of four bytes.
        return character < TWO_BYTES || Character.isSurrogate(character) ? 2 : 3;
    }
}
