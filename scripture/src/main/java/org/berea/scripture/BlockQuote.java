package org.berea.scripture;

import java.util.List;

/**
 * Lines that begin with {@code >}.
 *
 * @param words what they hold, without their marks and without the reference that names their
 *     source
 * @param end offset after the last line
 */
record BlockQuote(String words, int end) {
    private static final String BEFORE_SOURCE = " \t\n-–—―(*_[~";
    private static final String AFTER_HEADING = " \t\n-–—―:*_])";
    private static final int LONGEST_INDENT = 3;
    private static final int MOST_WORDS_OF_EDITION = 4;

    /** Whether a block begins at this mark. */
    static boolean isAt(String text, int at) {
        if (text.charAt(at) != '>') {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && at - before <= LONGEST_INDENT && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    static BlockQuote at(String text, int at) {
        StringBuilder words = new StringBuilder();
        int line = at;
        int mark = at;
        while (mark < text.length() && text.charAt(mark) == '>') {
            int end = endOfLine(text, mark);
            words.append(text, afterMarks(text, mark, end), end).append('\n');
            line = Math.min(end + 1, text.length());
            mark = skip(text, line, text.length(), " ");
        }
        return new BlockQuote(withoutSource(words.toString()), line);
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static int afterMarks(String text, int mark, int end) {
        return skip(text, mark, end, "> ");
    }

    private static int skip(String text, int from, int limit, String characters) {
        int at = from;
        while (at < limit && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String withoutSource(String block) {
        List<Found> references = References.in(block);
        if (references.isEmpty()) {
            return block;
        }
        int from = endOfHeading(block, references.getFirst());
        boolean isOnlyHeading = from > 0 && references.size() == 1;
        int to = isOnlyHeading ? block.length() : startOfSource(block, references.getLast());
        return from < to ? block.substring(from, to) : "";
    }

    /** {@code — Romans 8:28 (BST)} at the end. */
    private static int startOfSource(String block, Found reference) {
        int at = reference.start();
        while (at > 0 && BEFORE_SOURCE.indexOf(block.charAt(at - 1)) >= 0) {
            at--;
        }
        boolean isApart = isApart(block.substring(at, reference.start()));
        boolean isLast = Words.of(block.substring(reference.end())).size() <= MOST_WORDS_OF_EDITION;
        return isApart && isLast ? at : block.length();
    }

    /** {@code **Romans 8:28**: And we know …} at the beginning. */
    private static int endOfHeading(String block, Found reference) {
        int end = skip(block, reference.end(), block.length(), AFTER_HEADING);
        boolean isApart = isApart(block.substring(reference.end(), end));
        boolean isFirst = Words.of(block.substring(0, reference.start())).isEmpty();
        return isFirst && isApart ? end : 0;
    }

    /** Whether more than blanks parts a reference from the words. */
    private static boolean isApart(String between) {
        return !between.isBlank() || between.indexOf('\n') >= 0;
    }
}
