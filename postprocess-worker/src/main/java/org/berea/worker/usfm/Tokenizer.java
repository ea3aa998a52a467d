package org.berea.worker.usfm;

import java.util.ArrayList;
import java.util.List;

/** Splits the USFM of one book into text and markers. */
final class Tokenizer {
    private static final char BACKSLASH = '\\';

    /** Psalms with a marker around every word has a fifth of it. */
    private static final int MOST = 1_000_000;

    private final String file;
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;

    private Tokenizer(String file, String source, int firstLine) {
        this.file = file;
        this.source = source;
        this.line = firstLine;
    }

    /**
     * @param firstLine the line of the file on which the source begins
     * @throws UsfmException when there are more than any book can have
     */
    static List<Token> tokensOf(String file, String source, int firstLine) {
        var tokenizer = new Tokenizer(file, source, firstLine);
        while (tokenizer.at < source.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        if (source.charAt(at) == BACKSLASH) {
            marker();
        } else {
            text();
        }
    }

    private void text() {
        int end = source.indexOf(BACKSLASH, at);
        String text = source.substring(at, end < 0 ? source.length() : end);
        tokens.add(new Token.Text(line, text));
        line += (int) text.chars().filter(character -> character == '\n').count();
        at += text.length();
    }

    private void marker() {
        at++;
        boolean nested = skip('+');
        int start = at;
        while (at < source.length() && isOfName(source.charAt(at))) {
            at++;
        }
        String name = source.substring(start, at);
        boolean closing = skip('*');
        tokens.add(new Token.Marker(line, name, nested, closing));
        if (tokens.size() > MOST) {
            throw new UsfmException(
                    file, line, name, "one more marker", "a book with less than " + MOST);
        }
        if (!closing) {
            skipSeparator();
        }
    }

    /** One white space behind an opening marker only parts it from the text. */
    private void skipSeparator() {
        if (skip('\n')) {
            line++;
        } else if (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        boolean there = at < source.length() && source.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isOfName(char character) {
        return character == '-'
                || character == '_'
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
