package org.berea.scripture;

import java.util.Set;
import org.berea.scripture.Numeral.Style;
import org.berea.scripture.Token.Space;

/** Finds the verse that belongs to a chapter, whatever people write between the two. */
final class Pairing {
    private static final Set<String> BEFORE_VERSE_WORD =
            Set.of(",", "-", "(", "[", ":", "and", "at", "in");
    private static final Set<String> TIGHT_MARKS = Set.of("/", "|", "#", "=", "+");
    private static final int NONE = -1;

    private final Tokens tokens;
    private final Book book;

    Pairing(Tokens tokens, Book book) {
        this.tokens = tokens;
        this.book = book;
    }

    /** Index of the number of the verse that goes with this chapter, or -1. */
    int verseOf(Numeral chapter) {
        int at = chapter.to();
        if (Neighbourhood.isVerseWord(tokens.at(at))) {
            return numberAfterWord(at);
        }
        if (BEFORE_VERSE_WORD.contains(tokens.at(at).text())
                && Neighbourhood.isVerseWord(tokens.at(at + 1))) {
            return numberAfterWord(at + 1);
        }
        int marked = markedVerseOf(chapter);
        return marked > 0 ? marked : looseVerseOf(chapter);
    }

    /**
     * As {@link #verseOf} but only after a colon or a stop, as the second half of a range or a list
     * has it.
     */
    int markedVerseOf(Numeral chapter) {
        int at = chapter.to();
        Token mark = tokens.at(at);
        Token next = tokens.at(at + 1);
        if (mark.is(":")) {
            return Numerals.at(tokens, at + 1).isPresent() ? at + 1 : NONE;
        }
        boolean tight = mark.isGlued() && next.isNumber() && next.isGlued();
        boolean stopped =
                mark.is(".")
                        && !isListStop(at)
                        && (tight || chapter.style() == Style.ROMAN && next.isNumber());
        return stopped || tight && TIGHT_MARKS.contains(mark.text()) ? at + 1 : NONE;
    }

    /** Whether the stop here parts two verses, as the last one of {@code Mt 5,3.7} does. */
    boolean isListStop(int at) {
        Token next = tokens.at(at + 1);
        return tokens.at(at).is(".") && next.isNumber() && next.isGlued() && isAfterComma(at - 1);
    }

    /** Whether stops and dashes lead from this number back to the comma of {@code 5,3}. */
    private boolean isAfterComma(int number) {
        int mark = number - 1;
        while ((tokens.at(mark).is(".") || tokens.at(mark).is("-"))
                && tokens.at(mark - 1).isNumber()) {
            mark -= 2;
        }
        return tokens.at(mark).is(",")
                && tokens.at(mark).isGlued()
                && tokens.at(mark + 1).isGlued()
                && tokens.at(mark - 1).isNumber();
    }

    private int looseVerseOf(Numeral chapter) {
        int at = chapter.to();
        if (tokens.at(at).is(",")) {
            return isRomanPair(chapter, at) || isContinental(chapter, at) && fits(chapter, at + 1)
                    ? at + 1
                    : NONE;
        }
        return tokens.at(at).space() == Space.BLANK && fits(chapter, at) ? at : NONE;
    }

    /** {@code John III, 16}. */
    private boolean isRomanPair(Numeral chapter, int comma) {
        Token next = tokens.at(comma + 1);
        return chapter.style() == Style.ROMAN
                && next.isNumber()
                && book.hasVerse(chapter.value(), next.value());
    }

    /**
     * {@code Joh 3,16} and {@code 1 Cor 13, 4-7} have a verse, {@code Rom 8,9} and {@code Rom 8,
     * 10} two chapters.
     */
    private boolean isContinental(Numeral chapter, int comma) {
        Token next = tokens.at(comma + 1);
        boolean isTight = tokens.at(comma).isGlued() && next.isGlued();
        boolean isNextChapter = next.value() == chapter.value() + 1;
        boolean isEarlier = next.value() < chapter.value();
        return next.isNumber()
                && (isTight && !isNextChapter || isEarlier || !book.hasChapter(next.value()));
    }

    /** {@code Romans 8 28}, {@code Romans eight twenty-eight}, {@code Rom 8,28}. */
    private boolean fits(Numeral chapter, int at) {
        return BookNames.at(tokens, at).isEmpty()
                && Numerals.at(tokens, at)
                        .filter(verse -> verse.style() == chapter.style())
                        .filter(verse -> verse.style() != Style.ROMAN)
                        .filter(verse -> book.hasVerse(chapter.value(), verse.value()))
                        .filter(verse -> Neighbourhood.follows(tokens.at(verse.to())))
                        .isPresent();
    }

    private int numberAfterWord(int word) {
        int at = afterWord(word);
        return Numerals.at(tokens, at).isPresent() ? at : NONE;
    }

    /** Skips a word and the stop of its abbreviation. */
    int afterWord(int word) {
        return tokens.at(word + 1).is(".") ? word + 2 : word + 1;
    }
}
