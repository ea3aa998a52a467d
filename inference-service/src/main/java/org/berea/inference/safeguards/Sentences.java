package org.berea.inference.safeguards;

import java.util.ArrayList;
import java.util.List;
import org.berea.scripture.Quotations;

/**
 * Cuts a growing text into sentences, each with the blanks that follow it, and looks at each
 * character once. A sentence never ends inside a quotation or before an opening bracket, so that a
 * quotation and its reference stay together; nor where a small letter or a digit follows, as after
 * an abbreviation. A paragraph's end always ends it.
 */
final class Sentences {
    /**
     * What is longer fails its check. From here on only a paragraph's end is looked for: a cut
     * inside a quotation would let the rest of it pass for prose.
     */
    static final int LONGEST = 4_000;

    private static final String ENDS = ".!?…。！？";
    private static final String CLOSERS = "\"”’'»)]*_";
    private static final String CONTINUES = "([>—–―";
    private static final int NONE = -1;

    private final StringBuilder held = new StringBuilder();
    private int seen;
    private int end = NONE;
    private boolean known = true;
    private boolean quoting;

    /** Takes more text; returns the sentences that are now known to be whole. */
    List<String> add(String text) {
        held.append(text);
        var whole = new ArrayList<String>();
        while (seen < held.length()) {
            int cut = see(seen++);
            if (cut != NONE) {
                whole.add(held.substring(0, cut));
                held.delete(0, cut);
                start();
            }
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
        start();
    }

    private void start() {
        seen = 0;
        end = NONE;
        known = true;
        quoting = false;
    }

    /** Where the sentence ends, now that the character at this place is known. */
    private int see(int at) {
        char c = held.charAt(at);
        if (c == '\n' && isAfterEmptyLine(at)) {
            return at + 1;
        }
        if (at >= LONGEST) {
            return NONE;
        }
        if (end != NONE && !Character.isWhitespace(c)) {
            if (at > end && mayBegin(at) && !isQuoting(at)) {
                return at;
            }
            end = at == end && CLOSERS.indexOf(c) >= 0 ? at + 1 : NONE;
        }
        if (isEnd(c)) {
            end = at + 1;
        }
        known = known && isPlain(c);
        return NONE;
    }

    private boolean isAfterEmptyLine(int newline) {
        int before = newline - 1;
        while (before >= 0 && " \t\r".indexOf(held.charAt(before)) >= 0) {
            before--;
        }
        return before >= 0 && held.charAt(before) == '\n';
    }

    private boolean mayBegin(int at) {
        char c = held.charAt(at);
        return !Character.isLowerCase(c)
                && !Character.isDigit(c)
                && CONTINUES.indexOf(c) < 0
                && (c != '-' || isNewLine(at));
    }

    /** Whether a line ended between the sentence's end and this place. */
    private boolean isNewLine(int at) {
        return held.substring(end, at).indexOf('\n') >= 0;
    }

    private boolean isQuoting(int at) {
        boolean isInBlock = !isNewLine(at) && isBlock(held, held.lastIndexOf("\n", at) + 1);
        return isInBlock || isBetweenMarks(at);
    }

    /** Asks again only when something may have opened or closed a quotation. */
    private boolean isBetweenMarks(int at) {
        if (!known) {
            String text = held.substring(0, at);
            quoting = isOpenDouble(text) || isOpenSingle(text.stripTrailing());
            known = true;
        }
        return quoting;
    }

    private static boolean isOpenDouble(String text) {
        return Quotations.in(text).stream().anyMatch(quotation -> !quotation.isClosed());
    }

    /** A single mark is an apostrophe unless another closes it: this asks what one would do. */
    private static boolean isOpenSingle(String text) {
        return Quotations.in(text + "'").stream()
                .anyMatch(
                        quotation ->
                                quotation.end() > text.length()
                                        && !isBlock(text, quotation.start()));
    }

    /** Whether a line that begins here is set as a quotation by its mark. */
    private static boolean isBlock(CharSequence text, int line) {
        int at = line;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '>';
    }

    /** Whether the character changes nothing about quotations: words and what parts them. */
    private static boolean isPlain(char c) {
        return Character.isLetterOrDigit(c) || c == ' ' || ",;:()".indexOf(c) >= 0 || isEnd(c);
    }

    private static boolean isEnd(char c) {
        return ENDS.indexOf(c) >= 0;
    }
}
