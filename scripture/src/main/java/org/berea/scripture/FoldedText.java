package org.berea.scripture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text in its plain form, each character with the offsets of what it was in the original. */
final class FoldedText {
    private char[] characters;
    private int[] starts;
    private int[] ends;
    private int length;
    private boolean isRaised;
    private final List<int[]> hidden = new ArrayList<>();

    private FoldedText(int capacity) {
        characters = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    /**
     * Folds {@code text} from one offset to another; what markup hides from readers is left out.
     */
    static FoldedText of(String text, int from, int to) {
        FoldedText folded = new FoldedText(to - from + 16);
        int at = from;
        while (at < to) {
            Markup markup = Markup.at(text, at, to);
            folded.add(markup, at, Folding.isRaisedDigit(text.codePointAt(at)));
            at = markup.end();
        }
        return folded;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return index < length ? characters[index] : '\0';
    }

    /** Offset in the original of where the character begins. */
    int start(int index) {
        return starts[index];
    }

    /** Offset in the original of where the character ends. */
    int end(int index) {
        return ends[index];
    }

    String substring(int from, int to) {
        return new String(characters, from, to - from);
    }

    /**
     * Stretches of the original, from and to, that readers do not see: addresses of links, tags.
     */
    List<int[]> hidden() {
        return hidden;
    }

    private void add(Markup markup, int at, boolean isRaisedNow) {
        if (markup.isHidden()) {
            hidden.add(new int[] {at, markup.end()});
        }
        if (isRaisedNow && !isRaised && endsWithDigit()) {
            append(" ", at, at);
        }
        isRaised = isRaisedNow;
        append(markup.shown(), at, markup.end());
    }

    private boolean endsWithDigit() {
        return length > 0 && Character.isDigit(characters[length - 1]);
    }

    private void append(String shown, int start, int end) {
        grow(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            characters[length] = shown.charAt(i);
            starts[length] = start;
            ends[length] = end;
            length++;
        }
    }

    private void grow(int more) {
        if (length + more > characters.length) {
            int capacity = Math.max(characters.length * 2, length + more);
            characters = Arrays.copyOf(characters, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
    }
}
