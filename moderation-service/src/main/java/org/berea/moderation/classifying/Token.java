package org.berea.moderation.classifying;

/**
 * A word as it is meant, and where it stands in the text as it is written.
 *
 * @param start of its first UTF-16 unit
 * @param end after its last UTF-16 unit
 * @param sentence counts the sentences of the text
 * @param opens whether it is the first word after any punctuation, as a command is
 */
record Token(String word, int start, int end, int sentence, boolean opens) {
    Token withWord(String other) {
        return new Token(other, start, end, sentence, opens);
    }

    boolean isOneLetter() {
        return word.codePointCount(0, word.length()) == 1
                && Character.isLetter(word.codePointAt(0));
    }

    Token stretched(String wholeWord, int wholeEnd) {
        return new Token(wholeWord, start, wholeEnd, sentence, opens);
    }
}
