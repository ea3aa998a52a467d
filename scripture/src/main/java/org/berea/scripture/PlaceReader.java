package org.berea.scripture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.berea.scripture.Numeral.Style;
import org.berea.scripture.Token.Space;

/**
 * Reads chapters and verses, also in ranges and lists, as they are written after the name of a
 * book.
 */
final class PlaceReader {
    private static final Set<String> AND = Set.of(",", ";", "/", "&", "and", "or");
    private static final int MOST_SEPARATORS = 3;
    private static final int MOST_PLACES = 200;

    private final Tokens tokens;
    private final Book book;
    private final Pairing pairing;
    private final RangeReader ranges;

    PlaceReader(Tokens tokens, Book book) {
        this.tokens = tokens;
        this.book = book;
        this.pairing = new Pairing(tokens, book);
        this.ranges = new RangeReader(tokens, book, pairing);
    }

    /** The places written from this token on; empty when it is no chapter. */
    List<Place> chapters(int index) {
        boolean keyword = Neighbourhood.isChapterWord(tokens.at(index));
        int at = keyword ? pairing.afterWord(index) : index;
        return Numerals.at(tokens, at)
                .filter(number -> number.style() != Style.ORDINAL)
                .map(number -> chapter(number, index, keyword))
                .map(this::withMore)
                .orElse(List.of());
    }

    /** The verses written from a word like "verse" on, in a chapter that is named elsewhere. */
    List<Place> verses(int index) {
        int at = pairing.afterWord(index);
        return Numerals.digits(tokens, at)
                .or(() -> Numerals.words(tokens, at))
                .map(number -> verse(number, index))
                .map(this::withMore)
                .orElse(List.of());
    }

    private Place chapter(Numeral number, int from, boolean keyword) {
        int verseAt = pairing.verseOf(number);
        if (verseAt < 0) {
            int value = number.value();
            return ranges.extend(Place.ofChapter(value, keyword, from, number.to()), number);
        }
        boolean plain = keyword || verseAt > number.to();
        return paired(number, verseAt, from, plain);
    }

    private Place paired(Numeral chapter, int verseAt, int from, boolean plain) {
        Numeral verse = Numerals.at(tokens, verseAt).orElseThrow();
        return ranges.extend(
                new Place(
                        chapter.value(),
                        verse.value(),
                        chapter.value(),
                        verse.value(),
                        plain,
                        from,
                        verse.to()),
                verse);
    }

    private Place verse(Numeral number, int from) {
        int value = number.value();
        return ranges.extend(Place.ofVerse(value, from, number.to()), number);
    }

    private List<Place> withMore(Place first) {
        List<Place> places = new ArrayList<>(List.of(first));
        Optional<Place> next = next(first);
        while (next.isPresent() && places.size() < MOST_PLACES) {
            places.add(next.get());
            next = next(next.get());
        }
        return places;
    }

    private Optional<Place> next(Place previous) {
        if (pairing.isListStop(previous.to())) {
            return Numerals.digits(tokens, previous.to() + 1)
                    .map(found -> verse(found, previous.to() + 1).in(previous.lastChapter()));
        }
        int at = afterSeparators(previous.to());
        if (at == previous.to() || BookNames.at(tokens, at).isPresent() || isListMark(at)) {
            return Optional.empty();
        }
        boolean chapterWord = Neighbourhood.isChapterWord(tokens.at(at));
        boolean verseWord = Neighbourhood.isVerseWord(tokens.at(at));
        int numberAt = chapterWord || verseWord ? pairing.afterWord(at) : at;
        Optional<Numeral> number = Numerals.digits(tokens, numberAt).filter(Numeral::isDigits);
        if (chapterWord) {
            return number.map(found -> chapter(found, at, true));
        }
        return number.flatMap(found -> item(previous, found, at, verseWord));
    }

    private Optional<Place> item(Place previous, Numeral number, int from, boolean verseWord) {
        int verseAt = pairing.markedVerseOf(number);
        if (verseAt > 0) {
            return Optional.of(paired(number, verseAt, from, true));
        }
        if (!verseWord && !Neighbourhood.follows(tokens.at(number.to()))) {
            return Optional.empty();
        }
        boolean chapter = !verseWord && isChapter(previous, number);
        return Optional.of(
                chapter
                        ? chapter(number, from, false)
                        : verse(number, from).in(previous.lastChapter()));
    }

    /** After {@code 8:28} a comma leads to a verse, a semicolon to a chapter if there is one. */
    private boolean isChapter(Place previous, Numeral number) {
        boolean anew =
                tokens.at(previous.to()).is(";")
                        && book.hasChapter(number.value())
                        && !book.isSingleChapter();
        return !previous.hasVerse() || anew;
    }

    /** The number of the next item in a list of lines. */
    private boolean isListMark(int at) {
        return tokens.at(at).space() == Space.LINE
                && tokens.at(at + 1).kind() == Token.Kind.MARK
                && !tokens.at(at + 1).is(":");
    }

    private int afterSeparators(int at) {
        int next = at;
        while (next < at + MOST_SEPARATORS && AND.contains(tokens.at(next).text())) {
            next++;
        }
        return next;
    }
}
