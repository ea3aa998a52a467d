package org.berea.scripture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Which double quotation mark closes which, found in one pass.
 *
 * <p>Marks pair with their like, inner ones first. An opening mark that is left over is closed by
 * the next mark that closes anything, as a reader would take it, or by the end of its paragraph.
 */
final class Pairs {
    private static final int NONE = -1;
    private static final int OPEN = -2;
    private static final List<String> KINDS = List.of("\"＂″", "“”„‟❝❞〝〞", "«»", "「」『』｢｣");

    private final String text;
    private final Marks marks;
    private final int[] closings;
    private final List<Deque<Integer>> open =
            KINDS.stream().<Deque<Integer>>map(_ -> new ArrayDeque<>()).toList();

    Pairs(String text, Marks marks) {
        this.text = text;
        this.marks = marks;
        this.closings = new int[text.length()];
        Arrays.fill(closings, NONE);
        Paragraphs paragraphs = new Paragraphs(text);
        for (int from = 0; from < text.length(); from = paragraphs.endAfter(from) + 1) {
            pair(from, paragraphs.endAfter(from));
        }
    }

    boolean isOpening(int at) {
        return marks.isDouble(at) && closings[at] != NONE && closings[at] > at;
    }

    /** Offset of what closes the mark at {@code at}: a mark, or the end of the paragraph. */
    int closing(int at) {
        return closings[at];
    }

    private void pair(int from, int to) {
        open.forEach(Deque::clear);
        for (int i = from; i < to; i++) {
            if (marks.isDouble(i)) {
                pair(i);
            }
        }
        int next = to;
        for (int i = to - 1; i >= from; i--) {
            if (closings[i] == OPEN) {
                closings[i] = next;
            } else if (closings[i] == i) {
                next = i;
            }
        }
    }

    /** A mark that closes is noted by its own offset. */
    private void pair(int at) {
        Deque<Integer> unpaired = open.get(kind(text.charAt(at)));
        boolean opens = marks.opens(at) && !closesReversed(at, unpaired);
        if (opens || unpaired.isEmpty() && marks.mayOpen(at)) {
            unpaired.push(at);
            closings[at] = OPEN;
        } else {
            closings[at] = at;
            if (!unpaired.isEmpty()) {
                closings[unpaired.pop()] = at;
            }
        }
    }

    /** What opens in English closes in German: {@code „so“} and {@code »so«}. */
    private boolean closesReversed(int at, Deque<Integer> unpaired) {
        if (unpaired.isEmpty()) {
            return false;
        }
        char open = text.charAt(unpaired.element());
        return open == '„' && text.charAt(at) == '“' || open == '»' && text.charAt(at) == '«';
    }

    private static int kind(char mark) {
        int kind = 0;
        while (KINDS.get(kind).indexOf(mark) < 0) {
            kind++;
        }
        return kind;
    }
}
