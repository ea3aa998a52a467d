package org.berea.inference.safeguards;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a growing text into sentences, each with the blanks that follow it. A sentence never ends
 * inside a quotation or before an opening bracket, so that a quotation and its reference stay
 * together; nor where a small letter or a digit follows, as after an abbreviation.
 */
final class Sentences {
    /** Text without any end is cut here, since holding has a bound. */
    static final int LONGEST = 4_000;

    private static final String ENDS = ".!?…。！？";
    private static final String CLOSERS = "\"”’'»)]*_";

    private final StringBuilder held = new StringBuilder();

    /** Takes more text; returns the sentences that are now known to be whole. */
    List<String> add(String text) {
        held.append(text);
        var whole = new ArrayList<String>();
        for (int end = firstEnd(); end > 0; end = firstEnd()) {
            whole.add(held.substring(0, end));
            held.delete(0, end);
        }
        return whole;
    }

    /** What is left when nothing more comes; possibly empty. */
    String rest() {
        String rest = held.toString();
        clear();
        return rest;
    }

    void clear() {
        held.setLength(0);
    }

    /** Offset after the first sentence and its blanks, or 0 while it may go on. */
    private int firstEnd() {
        var quotes = new QuoteDepth();
        for (int i = 0; i < held.length(); i++) {
            char c = held.charAt(i);
            quotes.see(held, i);
            if (c == '\n' && isBlankLine(i)) {
                return afterBlanks(i);
            }
            boolean ended = ENDS.indexOf(c) >= 0 || isCloserAfterEnd(i);
            if (ended && !quotes.isOpen() && isBoundary(i)) {
                return afterBlanks(i + 1);
            }
        }
        return held.length() > LONGEST ? held.length() : 0;
    }

    /** A paragraph's end is a sentence's end even within a quotation that nobody closed. */
    private boolean isBlankLine(int newline) {
        return newline + 1 < held.length() && held.charAt(newline + 1) == '\n';
    }

    private boolean isCloserAfterEnd(int at) {
        int i = at;
        while (i >= 0 && CLOSERS.indexOf(held.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && i < at && ENDS.indexOf(held.charAt(i)) >= 0;
    }

    /** Whether what follows begins a sentence; unknown, so false, while it has not arrived. */
    private boolean isBoundary(int at) {
        int next = afterBlanks(at + 1);
        if (next == at + 1 || next >= held.length()) {
            return false;
        }
        char c = held.charAt(next);
        return !Character.isLowerCase(c)
                && !Character.isDigit(c)
                && c != '('
                && c != '['
                && c != '—';
    }

    private int afterBlanks(int from) {
        int i = from;
        while (i < held.length() && Character.isWhitespace(held.charAt(i))) {
            i++;
        }
        return i;
    }
}
