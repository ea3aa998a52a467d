package org.berea.moderation.classifying;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** What a character looks like to a reader: without width, style, accents and case. */
final class Folding {
    // Letters of other alphabets that pass for Latin ones. Used only in words that mix alphabets.
    private static final Map<Integer, Character> LOOK_ALIKES =
            lookAlikes("асԁеһіјӏорԛѕԝхугвнкмтαεικνορτυχ", "acdehijlopqswxyrbhkmtaeikvoptux");
    private static final Map<Integer, Character> LEET = lookAlikes("013457@$", "oieastas");
    static final int ASCII = 0x80;

    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007E;
    private static final int TAG_OFFSET = 0xE0000;

    private Folding() {}

    /** The plain form, which may be empty (nothing to see) or longer (a ligature). */
    static String fold(int character) {
        if (character < ASCII) {
            return Character.toString(Character.toLowerCase(character));
        }
        if (character >= FIRST_TAG && character <= LAST_TAG) {
            return fold(character - TAG_OFFSET);
        }
        if (isUnseen(character)) {
            return "";
        }
        String apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        var seen = new StringBuilder();
        apart.codePoints().filter(it -> !isUnseen(it)).forEach(seen::appendCodePoint);
        return seen.toString().toLowerCase(Locale.ROOT);
    }

    /** A word that mixes Latin with look-alikes, in Latin; every other word as it is. */
    static String latin(String word) {
        boolean mixed =
                word.codePoints().anyMatch(it -> it < ASCII && Character.isLetter(it))
                        && word.codePoints().anyMatch(it -> it >= ASCII);
        return mixed ? replace(word, LOOK_ALIKES) : word;
    }

    /** Digits and signs that stand for letters, as letters. */
    static String unleet(String word) {
        return replace(word, LEET);
    }

    static boolean isLeetSign(int character) {
        return character == '@' || character == '$';
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static String replace(String word, Map<Integer, Character> table) {
        var replaced = new StringBuilder(word.length());
        word.codePoints()
                .forEach(
                        it -> {
                            Character other = table.get(it);
                            replaced.appendCodePoint(other == null ? it : other);
                        });
        return replaced.toString();
    }

    private static Map<Integer, Character> lookAlikes(String from, String to) {
        var table = new java.util.HashMap<Integer, Character>();
        for (int i = 0; i < from.length(); i++) {
            table.putIfAbsent((int) from.charAt(i), to.charAt(i));
        }
        return Map.copyOf(table);
    }
}
