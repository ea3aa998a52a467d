package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks once over a text and pairs quotation marks. */
final class QuotationScanner {
    private static final Set<String> ELIDED =
            Set.of("tis", "twas", "twere", "til", "em", "cause", "round");
    private static final Set<String> SAYING =
            Set.of(
                    "says",
                    "said",
                    "say",
                    "saying",
                    "reads",
                    "read",
                    "states",
                    "stated",
                    "writes",
                    "wrote",
                    "written",
                    "declares",
                    "declared",
                    "proclaims",
                    "answers",
                    "answered",
                    "replies",
                    "replied",
                    "cries",
                    "cried",
                    "promises",
                    "commands",
                    "quote",
                    "quotes");
    private static final int LONGEST_INTRODUCTION = 4;
    private static final int NONE = -1;

    private final String text;
    private final Marks marks;
    private final Pairs pairs;
    private final Paragraphs paragraphs;
    private final List<Quotation> found = new ArrayList<>();
    private int noSingleBefore;

    QuotationScanner(String text) {
        this.text = text;
        this.marks = new Marks(text);
        this.pairs = new Pairs(text, marks);
        this.paragraphs = new Paragraphs(text);
    }

    List<Quotation> scan() {
        int at = 0;
        while (at < text.length()) {
            at = BlockQuote.isAt(text, at) ? block(at) : mark(at);
        }
        return List.copyOf(found);
    }

    private int block(int at) {
        BlockQuote block = BlockQuote.at(text, at);
        found.add(new Quotation(block.words(), at, block.end(), true, true));
        return block.end();
    }

    private int mark(int at) {
        if (pairs.isOpening(at)) {
            int close = pairs.closing(at);
            boolean isClosed = close < text.length() && marks.isDouble(close);
            return add(at, close, isClosed ? close + 1 : close, isClosed);
        }
        boolean single =
                marks.isSingle(at) && marks.opens(at) && at >= noSingleBefore && !isElided(at);
        return single ? singleQuoted(at) : at + 1;
    }

    /** Single marks are apostrophes as well, so that only a pair of them quotes. */
    private int singleQuoted(int at) {
        int limit = paragraphs.endAfter(at);
        int close = closingSingle(at, limit);
        if (close == NONE) {
            noSingleBefore = limit;
            return at + 1;
        }
        return add(at, close, close + 1, true);
    }

    private int closingSingle(int at, int limit) {
        int possible = NONE;
        for (int i = at + 1; i < limit; i++) {
            if (marks.isSingle(i)) {
                if (marks.opens(i) && possible != NONE) {
                    return possible;
                }
                if (marks.endsWord(i) && !marks.isPossessive(i)) {
                    return i;
                }
                possible = marks.endsWord(i) ? i : possible;
            }
        }
        return possible;
    }

    private int add(int open, int close, int end, boolean isClosed) {
        String words = text.substring(open + 1, close);
        found.add(new Quotation(words, open, end, isClosed, isIntroduced(open)));
        return end;
    }

    private boolean isIntroduced(int open) {
        int to = open;
        while (to > 0
                && open - to < LONGEST_INTRODUCTION
                && " ,:\n".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < 12 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return SAYING.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private boolean isElided(int at) {
        int end = at + 1;
        while (end < text.length() && end < at + 7 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Character.isDigit(text.charAt(Math.min(at + 1, text.length() - 1)))
                || ELIDED.contains(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
    }
}
