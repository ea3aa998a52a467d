package org.berea.scripture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.berea.scripture.Numeral.Style;

/** Reads numbers in digits, in words and in Roman numerals. */
final class Numerals {
    private static final List<String> SMALL =
            List.of(
                    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                            .split(" "));
    private static final List<String> SMALL_ORDINALS =
            List.of(
                    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
                            .split(" "));
    private static final List<String> TENS =
            List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> TENS_ORDINALS =
            List.of(
                    "- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
                            .split(" "));
    private static final Map<String, Integer> ROMANS =
            IntStream.rangeClosed(1, 200)
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(Numerals::roman, number -> number));

    private Numerals() {}

    /** A number in whatever style that begins at this token. */
    static Optional<Numeral> at(Tokens tokens, int index) {
        return digits(tokens, index).or(() -> words(tokens, index)).or(() -> roman(tokens, index));
    }

    static Optional<Numeral> digits(Tokens tokens, int index) {
        Token token = tokens.at(index);
        if (!token.isNumber()) {
            return Optional.empty();
        }
        return Optional.of(
                Ordinals.isSuffix(token, tokens.at(index + 1))
                        ? new Numeral(token.value(), Style.ORDINAL, index + 2)
                        : new Numeral(token.value(), Style.DIGITS, index + 1));
    }

    static Optional<Numeral> roman(Tokens tokens, int index) {
        Integer value = ROMANS.get(tokens.at(index).text());
        return value == null
                ? Optional.empty()
                : Optional.of(new Numeral(value, Style.ROMAN, index + 1));
    }

    /** {@code twenty-eight}, {@code one hundred and nineteen}, {@code eighth}. */
    static Optional<Numeral> words(Tokens tokens, int index) {
        String first = tokens.at(index).text();
        boolean hundred =
                (first.equals("a") || first.equals("one")) && tokens.at(index + 1).is("hundred");
        if (!hundred) {
            return belowHundred(tokens, index);
        }
        int rest = index + 2;
        if (tokens.at(rest).is("and")) {
            rest++;
        }
        return belowHundred(tokens, rest)
                .map(more -> new Numeral(100 + more.value(), more.style(), more.to()))
                .or(() -> Optional.of(new Numeral(100, Style.WORDS, index + 2)));
    }

    private static Optional<Numeral> belowHundred(Tokens tokens, int index) {
        String word = tokens.at(index).text();
        int tens = TENS.indexOf(word);
        if (tens > 1) {
            return Optional.of(withUnit(tokens, index + 1, tens * 10));
        }
        int tensOrdinal = TENS_ORDINALS.indexOf(word);
        if (tensOrdinal > 1) {
            return Optional.of(new Numeral(tensOrdinal * 10, Style.ORDINAL, index + 1));
        }
        return small(word, index);
    }

    private static Numeral withUnit(Tokens tokens, int index, int tens) {
        boolean hyphen = tokens.at(index).is("-") && tokens.at(index).isGlued();
        int at = hyphen ? index + 1 : index;
        return small(tokens.at(at).text(), at)
                .filter(unit -> unit.value() < 10)
                .map(unit -> new Numeral(tens + unit.value(), unit.style(), unit.to()))
                .orElse(new Numeral(tens, Style.WORDS, index));
    }

    private static Optional<Numeral> small(String word, int index) {
        int value = SMALL.indexOf(word);
        if (value > 0) {
            return Optional.of(new Numeral(value, Style.WORDS, index + 1));
        }
        int ordinal = SMALL_ORDINALS.indexOf(word);
        return ordinal > 0
                ? Optional.of(new Numeral(ordinal, Style.ORDINAL, index + 1))
                : Optional.empty();
    }

    private static String roman(int number) {
        String[] tens = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
        String[] units = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        return "c".repeat(number / 100) + tens[number / 10 % 10] + units[number % 10];
    }
}
