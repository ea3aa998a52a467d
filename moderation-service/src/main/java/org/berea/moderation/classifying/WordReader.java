package org.berea.moderation.classifying;

import java.util.ArrayList;
import java.util.List;

/** Collects characters into words, one after the other. */
final class WordReader {
    private final List<Token> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;
    private int sentence;
    private int lineBreaks;
    private boolean opens = true;

    /** The next character of the text and its place. */
    void accept(int character, int from, int to) {
        if (character < Folding.ASCII) {
            acceptPlain(Character.toLowerCase(character), from, to);
        } else {
            Folding.fold(character).codePoints().forEach(it -> acceptPlain(it, from, to));
        }
    }

    List<Token> finish() {
        endWord();
        return words;
    }

    private void acceptPlain(int character, int from, int to) {
        if (standsAlone(character)) {
            endWord();
            add(character, from, to);
            endWord();
        } else if (Character.isLetterOrDigit(character) || Folding.isLeetSign(character)) {
            add(character, from, to);
        } else if (!isApostrophe(character)) {
            endWord();
            separate(character);
        }
    }

    private void add(int character, int from, int to) {
        if (word.isEmpty()) {
            start = from;
        }
        word.appendCodePoint(character);
        end = to;
        lineBreaks = 0;
    }

    private void separate(int character) {
        if (character == '\n') {
            lineBreaks++;
            opens = true;
            // A blank line ends a sentence; one line break is often just the width of a page.
            if (lineBreaks == 2) {
                sentence++;
            }
        } else if (!Character.isWhitespace(character)) {
            opens = true;
            if (".!?;。！？؟।".indexOf(character) >= 0) {
                sentence++;
            }
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(new Token(word.toString(), start, end, sentence, opens));
            word.setLength(0);
            opens = false;
        }
    }

    private static boolean isApostrophe(int character) {
        return character == '\'' || character == '’' || character == '‘' || character == 'ʼ';
    }

    /** Scripts that write no spaces: each character counts as a word. */
    private static boolean standsAlone(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, KHMER, LAO, MYANMAR ->
                    Character.isLetter(character);
            default -> false;
        };
    }
}
