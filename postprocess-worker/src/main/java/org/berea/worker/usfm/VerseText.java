package org.berea.worker.usfm;

/** Collects the text of a verse with its white space normalised. */
final class VerseText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char PILCROW = '\u00B6';
    private static final char UNBREAKABLE = '~';

    private final StringBuilder text = new StringBuilder();
    private boolean space;
    private boolean behindNote;

    void append(String piece) {
        String plain = piece.replace("//", " ");
        for (int i = 0; i < plain.length(); i++) {
            append(plain.charAt(i));
        }
    }

    void space() {
        space = true;
    }

    /** A note ended here: some sources lack the space that parts the words around it. */
    void noteEnded() {
        behindNote = true;
    }

    String plain() {
        return text.toString();
    }

    private void append(char character) {
        if (isSpace(character)) {
            space = true;
        } else if (isText(character)) {
            if (!text.isEmpty() && (space || wouldGlue(character))) {
                text.append(' ');
            }
            text.append(character);
            space = false;
            behindNote = false;
        }
    }

    private boolean wouldGlue(char next) {
        return behindNote
                && Character.isLetterOrDigit(next)
                && !isOpening(text.charAt(text.length() - 1));
    }

    private static boolean isOpening(char character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    private static boolean isSpace(char character) {
        return character == UNBREAKABLE
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }

    private static boolean isText(char character) {
        return character != BYTE_ORDER_MARK
                && character != SOFT_HYPHEN
                && character != PILCROW
                && !Character.isISOControl(character);
    }
}
