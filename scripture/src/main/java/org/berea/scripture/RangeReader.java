package org.berea.scripture;

import java.util.Optional;
import java.util.Set;
import org.berea.scripture.Token.Space;

/**
 * Reads the second half of a range: {@code –30}, {@code -9:2}, {@code through verse 30}, {@code
 * ff}.
 */
final class RangeReader {
    private static final Set<String> TO = Set.of("to", "through", "thru", "till", "until");
    private static final Set<String> PARTS = Set.of("a", "b", "c", "d");
    private static final int MOST_DASHES = 3;

    private final Tokens tokens;
    private final Book book;
    private final Pairing pairing;

    RangeReader(Tokens tokens, Book book, Pairing pairing) {
        this.tokens = tokens;
        this.book = book;
        this.pairing = pairing;
    }

    /** The place, to its end if it is a range. */
    Place extend(Place start, Numeral last) {
        Place place = start.hasVerse() ? withPart(start) : start;
        int dash = afterDash(place.to());
        if (dash < 0) {
            return place;
        }
        int at = afterSameBook(dash);
        boolean chapterWord = Neighbourhood.isChapterWord(tokens.at(at));
        boolean verseWord = Neighbourhood.isVerseWord(tokens.at(at));
        return Numerals.at(tokens, chapterWord || verseWord ? pairing.afterWord(at) : at)
                .filter(end -> end.style() == last.style())
                .flatMap(end -> until(place, end, chapterWord))
                .orElse(place);
    }

    private Optional<Place> until(Place start, Numeral end, boolean chapterWord) {
        int verseAt = chapterWord ? pairing.verseOf(end) : pairing.markedVerseOf(end);
        if (verseAt > 0) {
            return Optional.of(untilVerse(start, end.value(), verseAt));
        }
        if (Neighbourhood.isCounted(tokens.at(end.to()))) {
            return Optional.empty();
        }
        return chapterWord || !start.hasVerse() ? untilChapter(start, end) : untilVerse(start, end);
    }

    private Place untilVerse(Place start, int chapter, int verseAt) {
        Numeral verse = Numerals.at(tokens, verseAt).orElseThrow();
        int first = Math.max(start.verse(), 1);
        return withPart(
                new Place(
                        start.chapter(),
                        first,
                        chapter,
                        verse.value(),
                        true,
                        start.from(),
                        verse.to()));
    }

    private Optional<Place> untilVerse(Place start, Numeral end) {
        int verse = unabridged(start.verse(), end.value());
        return verse < start.verse() && mayPartClauses(start.to())
                ? Optional.empty()
                : Optional.of(withPart(start.until(start.lastChapter(), verse, end.to())));
    }

    private Optional<Place> untilChapter(Place start, Numeral end) {
        int chapter = unabridged(start.chapter(), end.value());
        return chapter < start.chapter() && mayPartClauses(start.to())
                ? Optional.empty()
                : Optional.of(start.until(chapter, 0, end.to()));
    }

    /** {@code 105-6} means 105 to 106. */
    private static int unabridged(int start, int end) {
        int unit = end < 10 ? 10 : 100;
        int full = start / unit * unit + end;
        return end < start && start > unit && full > start ? full : end;
    }

    /**
     * A dash between blanks may part clauses; a tight one joins, and then the wrong order is an
     * error.
     */
    private boolean mayPartClauses(int dash) {
        return !tokens.at(dash).isGlued();
    }

    private int afterDash(int at) {
        if (TO.contains(tokens.at(at).text())) {
            return at + 1;
        }
        int next = at;
        while (next < at + MOST_DASHES && isDash(tokens.at(next))) {
            next++;
        }
        return next == at ? -1 : next;
    }

    /** A dash that begins a line is the mark of a list. */
    private static boolean isDash(Token token) {
        return token.is("-") && token.space() != Space.LINE;
    }

    /** OSIS names the book again: {@code John.1.1-John.1.3}. */
    private int afterSameBook(int at) {
        return BookNames.at(tokens, at)
                .filter(mention -> mention.books().contains(book))
                .map(BookMention::to)
                .map(to -> tokens.at(to).is(".") ? to + 1 : to)
                .orElse(at);
    }

    /**
     * Skips the {@code b} of {@code 28b}; {@code f} adds a verse, {@code ff} the rest of the
     * chapter.
     */
    private Place withPart(Place place) {
        Token part = tokens.at(place.to());
        int to = place.to() + 1;
        if (part.isGlued() && PARTS.contains(part.text())) {
            return place.until(place.lastChapter(), place.lastVerse(), to);
        }
        if (part.is("f") && (part.isGlued() || tokens.at(to).is("."))) {
            return place.until(place.lastChapter(), following(place), to);
        }
        return part.is("ff") ? place.until(place.lastChapter(), 0, to) : place;
    }

    private int following(Place place) {
        int next = place.lastVerse() + 1;
        boolean isEnd = next > book.verses(place.lastChapter()) && place.lastChapter() > 0;
        return isEnd ? place.lastVerse() : next;
    }
}
