package org.berea.scripture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one piece of a text shows a reader: mostly one character, or a whole tag, entity or link
 * address.
 *
 * @param shown the plain characters seen; empty for emphasis marks and tags
 * @param end offset after the piece
 * @param isHidden whether it has words of its own that readers do not see
 */
record Markup(String shown, int end, boolean isHidden) {
    private static final int LONGEST_TAG = 300;
    private static final int LONGEST_ENTITY = 10;
    private static final String EMPHASIS = "*`\\~";
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("nbsp", " "),
                    Map.entry("ensp", " "),
                    Map.entry("emsp", " "),
                    Map.entry("thinsp", " "),
                    Map.entry("ndash", "-"),
                    Map.entry("mdash", "-"),
                    Map.entry("minus", "-"),
                    Map.entry("colon", ":"),
                    Map.entry("period", "."),
                    Map.entry("amp", "&"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("shy", ""),
                    Map.entry("zwnj", ""),
                    Map.entry("zwj", ""));

    static Markup at(String text, int at, int limit) {
        char character = text.charAt(at);
        if (EMPHASIS.indexOf(character) >= 0) {
            return new Markup("", at + 1, false);
        }
        return switch (character) {
            case '_' -> new Markup(" ", at + 1, false);
            case '<' -> tag(text, at, limit);
            case '&' -> entity(text, at, limit);
            case '%' -> escape(text, at, limit);
            case '[' -> linkText(text, at, limit);
            case ']' -> linkAddress(text, at, limit);
            default -> single(text, at);
        };
    }

    private static Markup single(String text, int at) {
        int codePoint = text.codePointAt(at);
        return new Markup(Folding.plain(codePoint), at + Character.charCount(codePoint), false);
    }

    /** {@code Romans%208%3A28} in an address. */
    private static Markup escape(String text, int at, int limit) {
        int code =
                at + 2 < limit
                        ? Character.digit(text.charAt(at + 1), 16) * 16
                                + Character.digit(text.charAt(at + 2), 16)
                        : 0;
        boolean isMark = code >= ' ' && code < '@' && !Character.isDigit(code);
        return isMark ? new Markup(Folding.plain(code), at + 3, false) : single(text, at);
    }

    private static Markup tag(String text, int at, int limit) {
        int close = closing(text, at, '>', Math.min(limit, at + LONGEST_TAG));
        boolean isTag = close > at + 1 && isTagStart(text.charAt(at + 1));
        return isTag ? new Markup("", close + 1, true) : single(text, at);
    }

    private static boolean isTagStart(char character) {
        return character == '/'
                || character == '!'
                || (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    }

    private static Markup linkText(String text, int at, int limit) {
        int close = closing(text, at, ']', Math.min(limit, at + LONGEST_TAG));
        boolean isLink = close > 0 && close + 1 < limit && text.charAt(close + 1) == '(';
        return isLink ? new Markup("", at + 1, false) : single(text, at);
    }

    private static Markup linkAddress(String text, int at, int limit) {
        boolean isLink = at + 1 < limit && text.charAt(at + 1) == '(';
        int close = isLink ? closing(text, at + 1, ')', Math.min(limit, at + LONGEST_TAG)) : -1;
        return close < 0 ? single(text, at) : new Markup("", close + 1, true);
    }

    private static Markup entity(String text, int at, int limit) {
        int close = closing(text, at, ';', Math.min(limit, at + LONGEST_ENTITY));
        String shown = close < 0 ? null : decoded(text.substring(at + 1, close));
        return shown == null ? single(text, at) : new Markup(shown, close + 1, false);
    }

    private static @Nullable String decoded(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
        String digits = name.substring(hex ? 2 : 1);
        try {
            int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
            return Character.isValidCodePoint(codePoint) ? Folding.plain(codePoint) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int closing(String text, int from, char mark, int limit) {
        for (int i = from + 1; i < limit; i++) {
            char character = text.charAt(i);
            if (character == mark) {
                return i;
            }
            if (character == '\n' || character == text.charAt(from)) {
                return -1;
            }
        }
        return -1;
    }
}
