package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.berea.scripture.Token.Kind;
import org.berea.scripture.Token.Space;

/** The words, numbers and marks of a text in order; beyond both ends stand empty tokens. */
final class Tokens {
    private static final int MOST_DIGITS = 4;

    private final FoldedText text;
    private final List<Token> tokens = new ArrayList<>();
    private final Token before = new Token(Kind.END, "", false, false, 0, Space.LINE, 0, 0);
    private final Token after;

    private Tokens(FoldedText text) {
        this.text = text;
        read();
        int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
        after = new Token(Kind.END, "", false, false, 0, Space.LINE, end, end);
    }

    static Tokens of(String text) {
        return of(FoldedText.of(text, 0, text.length()));
    }

    static Tokens of(FoldedText text) {
        return new Tokens(text);
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        if (index < 0) {
            return before;
        }
        return index < tokens.size() ? tokens.get(index) : after;
    }

    private void read() {
        int at = 0;
        Space space = Space.LINE;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (character == ' ' || character == '\n') {
                space = wider(space, character == '\n' ? Space.LINE : Space.BLANK);
                at++;
            } else {
                int end = endOf(at);
                tokens.add(token(at, end, space));
                space = Space.NONE;
                at = end;
            }
        }
    }

    private static Space wider(Space one, Space other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private int endOf(int at) {
        if (isDigit(text.charAt(at))) {
            return endOfDigits(at);
        }
        return Character.isLetter(text.charAt(at)) ? endOfWord(at) : at + 1;
    }

    private int endOfDigits(int at) {
        int end = at;
        while (isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfWord(int at) {
        int end = at + 1;
        while (Character.isLetter(text.charAt(end)) && !isSeam(end)) {
            end++;
        }
        return end;
    }

    /** Words run together are told apart by their capitals: {@code seeRomans}, {@code IIJohn}. */
    private boolean isSeam(int at) {
        boolean upper = Character.isUpperCase(text.charAt(at));
        return upper
                && (Character.isLowerCase(text.charAt(at - 1))
                        || Character.isLowerCase(text.charAt(at + 1)));
    }

    private Token token(int from, int to, Space space) {
        String shown = text.substring(from, to);
        char first = shown.charAt(0);
        Kind kind =
                isDigit(first) ? Kind.NUMBER : Character.isLetter(first) ? Kind.WORD : Kind.MARK;
        return new Token(
                kind,
                shown.toLowerCase(Locale.ROOT),
                Character.isUpperCase(first),
                shown.equals(shown.toUpperCase(Locale.ROOT)),
                kind == Kind.NUMBER ? value(shown) : 0,
                space,
                text.start(from),
                text.end(to - 1));
    }

    private static int value(String digits) {
        return digits.length() > MOST_DIGITS ? Token.TOO_LARGE : Integer.parseInt(digits);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
