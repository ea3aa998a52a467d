package org.berea.scripture;

/** How the quotation marks of a text stand to the characters around them. */
final class Marks {
    private static final String DOUBLE = "\"＂″“”„‟«»「」『』〝〞❝❞｢｣";
    private static final String OPENING = "“„‟«‹‚「『〝❝｢";
    private static final String CLOSING = "”»›」』〞❞｣";
    private static final String SINGLE = "'‘’‚‛‹›";
    private static final String BRACKETS = "([{-–—―/*_>";

    private final String text;

    Marks(String text) {
        this.text = text;
    }

    boolean isDouble(int at) {
        return DOUBLE.indexOf(text.charAt(at)) >= 0;
    }

    boolean isSingle(int at) {
        return SINGLE.indexOf(text.charAt(at)) >= 0;
    }

    /** Whether the mark opens a quotation, by its shape or else by what is around it. */
    boolean opens(int at) {
        char mark = text.charAt(at);
        if (OPENING.indexOf(mark) >= 0) {
            return true;
        }
        return CLOSING.indexOf(mark) < 0 && isAfterBreak(at) && !isBlank(at + 1);
    }

    /** Whether the mark can begin a quotation where none is open. */
    boolean mayOpen(int at) {
        if (CLOSING.indexOf(text.charAt(at)) >= 0) {
            return text.charAt(at) == '»' && isAfterBreak(at);
        }
        boolean isSpaced = Character.isWhitespace(before(at)) && at + 1 < text.length();
        boolean isMeasure = Character.isDigit(before(at));
        return isSpaced || !isBlank(at + 1) && !isMeasure && !isPause(at + 1);
    }

    /** Whether an apostrophe-like mark ends a word rather than standing inside one. */
    boolean endsWord(int at) {
        return !Character.isWhitespace(before(at)) && !Character.isLetterOrDigit(after(at));
    }

    /** {@code the disciples' boat}: perhaps no closing mark but a possessive. */
    boolean isPossessive(int at) {
        return Character.toLowerCase(before(at)) == 's'
                && after(at) == ' '
                && at + 2 < text.length()
                && Character.isLowerCase(text.charAt(at + 2));
    }

    private boolean isAfterBreak(int at) {
        char before = before(at);
        return Character.isWhitespace(before)
                || BRACKETS.indexOf(before) >= 0
                || at > 0 && (isDouble(at - 1) || isSingle(at - 1));
    }

    private boolean isBlank(int at) {
        return at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private boolean isPause(int at) {
        return ".,;:!?)]}".indexOf(text.charAt(at)) >= 0;
    }

    private char before(int at) {
        return at == 0 ? ' ' : text.charAt(at - 1);
    }

    private char after(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }
}
