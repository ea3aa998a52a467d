package org.berea.scripture;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings characters that look alike to one plain form, so that neither typography nor disguise
 * hides a reference.
 *
 * <p>Digits of any script become ASCII, dashes a hyphen, letters lose their marks and styles, and
 * characters nobody sees vanish.
 */
final class Folding {
    private static final String LOOKALIKES =
            "аАеЕоОрРсСхХуУіІѕЅјЈһНԁМТВКΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιαⲟᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıł";
    private static final String LATIN =
            "aAeEoOpPcCxXyYiIsSjJhHdMTBKABEZHIKMNOPTYXoiaoabcdefghijklmnoprstuvwyzil";
    private static final Map<Character, Character> PLAIN_LETTERS =
            IntStream.range(0, LOOKALIKES.length())
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(LOOKALIKES::charAt, LATIN::charAt));

    private static final String COLONS = ":∶ː꞉˸։׃܃︓︰：⁚";
    private static final String STOPS = ".․。．｡·•‧∙⋅";
    private static final String HYPHENS = "−⁃﹣－~∼〜～";
    private static final String APOSTROPHES = "'‘’‚‛ʼʹ′`´＇";
    private static final String QUOTES = "\"“”„‟«»″＂❝❞";
    private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0\u2800\u034F";

    private Folding() {}

    /** The plain form of one code point; empty when nobody sees it. */
    static String plain(int codePoint) {
        if (codePoint < 0x80) {
            return ascii((char) codePoint);
        }
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return isLineEnd(codePoint) ? "\n" : " ";
        }
        if (isUnseen(codePoint)) {
            return "";
        }
        int digit = Character.digit(codePoint, 10);
        return digit >= 0 ? Integer.toString(digit) : symbol(codePoint);
    }

    /**
     * Whether it is a small raised or lowered digit, as footnote marks and verse numbers are set.
     */
    static boolean isRaisedDigit(int codePoint) {
        return codePoint == '²'
                || codePoint == '³'
                || codePoint == '¹'
                || (codePoint >= 0x2070 && codePoint <= 0x2089);
    }

    static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONTROL ->
                    true;
            default -> UNSEEN.indexOf(codePoint) >= 0;
        };
    }

    private static String ascii(char character) {
        if (character >= ' ' && character < 0x7F) {
            return String.valueOf(character);
        }
        if (character == '\n' || character == '\r') {
            return "\n";
        }
        return Character.isWhitespace(character) ? " " : "";
    }

    private static boolean isLineEnd(int codePoint) {
        return codePoint == '\u2028' || codePoint == '\u2029' || codePoint == '\u0085';
    }

    private static String symbol(int codePoint) {
        if (COLONS.indexOf(codePoint) >= 0) {
            return ":";
        }
        if (STOPS.indexOf(codePoint) >= 0) {
            return ".";
        }
        if (Character.getType(codePoint) == Character.DASH_PUNCTUATION
                || HYPHENS.indexOf(codePoint) >= 0) {
            return "-";
        }
        if (APOSTROPHES.indexOf(codePoint) >= 0) {
            return "'";
        }
        return QUOTES.indexOf(codePoint) >= 0 ? "\"" : decomposed(codePoint);
    }

    private static String decomposed(int codePoint) {
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(parts.length());
        for (char part : parts.toCharArray()) {
            if (!isUnseen(part)) {
                plain.append(PLAIN_LETTERS.getOrDefault(part, part).charValue());
            }
        }
        return plain.toString().replace("æ", "ae").replace("œ", "oe").replace("Æ", "AE");
    }
}
