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
        Optional<BookMention> named = BookNames.at(tokens, dash);
        boolean isOther = named.filter(mention -> !mention.books().contains(book)).isPresent();
        return isOther ? place : end(place, last, named.map(this::afterBook).orElse(dash));
    }

    private Place end(Place start, Numeral last, int at) {
        Optional<Place> toItsEnd = toEndOfChapter(start, at);
        if (toItsEnd.isPresent()) {
            return toItsEnd.get();
        }
        boolean chapterWord = Neighbourhood.isChapterWord(tokens.at(at));
        boolean verseWord = Neighbourhood.isVerseWord(tokens.at(at));
        return Numerals.at(tokens, chapterWord || verseWord ? pairing.afterWord(at) : at)
                .filter(end -> end.style() == last.style())
                .flatMap(end -> until(start, end, chapterWord))
                .orElse(start);
    }

    /** {@code -end}, {@code to the end}, {@code to the end of the chapter}. */
    private Optional<Place> toEndOfChapter(Place start, int at) {
        boolean hasArticle = tokens.at(at).is("the");
        int end = hasArticle ? at + 1 : at;
        boolean isDash = tokens.at(at - 1).is("-");
        if (!start.hasVerse() || !tokens.at(end).is("end") || !hasArticle && !isDash) {
            return Optional.empty();
        }
        if (!tokens.at(end + 1).is("of")) {
            return Optional.of(start.until(start.lastChapter(), Place.NONE, end + 1));
        }
        boolean isChapters =
                tokens.at(end + 2).is("the") && Neighbourhood.isChapterWord(tokens.at(end + 3));
        return isChapters
                ? Optional.of(start.until(start.lastChapter(), Place.NONE, end + 4))
                : Optional.empty();
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
        int first = start.hasVerse() ? start.verse() : 1;
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
        return verse < start.verse() && mayPartClauses(start.to(), end)
                ? Optional.empty()
                : Optional.of(withPart(start.until(start.lastChapter(), verse, end.to())));
    }

    private Optional<Place> untilChapter(Place start, Numeral end) {
        int chapter = unabridged(start.chapter(), end.value());
        return chapter < start.chapter() && mayPartClauses(start.to(), end)
                ? Optional.empty()
                : Optional.of(start.until(chapter, Place.NONE, end.to()));
    }

    /** {@code 105-6} means 105 to 106. */
    private static int unabridged(int start, int end) {
        int unit = end < 10 ? 10 : 100;
        int full = start / unit * unit + end;
        return end < start && start > unit && full > start ? full : end;
    }

    /** A tight dash before the end of a phrase joins, and then the wrong order is an error. */
    private boolean mayPartClauses(int dash, Numeral end) {
        return !tokens.at(dash).isGlued() || !Neighbourhood.follows(tokens.at(end.to()));
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
    private int afterBook(BookMention mention) {
        return tokens.at(mention.to()).is(".") ? mention.to() + 1 : mention.to();
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
        boolean isStopped = tokens.at(to).is(".");
        int end = isStopped && continues(tokens.at(to + 1)) ? to + 1 : to;
        if (part.is("f") && (part.isGlued() || isStopped)) {
            return place.until(place.lastChapter(), following(place), end);
        }
        return part.is("ff") ? place.until(place.lastChapter(), Place.NONE, end) : place;
    }

    /** Whether a stop before this token belongs to an abbreviation and ends no sentence. */
    private static boolean continues(Token token) {
        return token.kind() != Token.Kind.END && !token.isCapital();
    }

    private int following(Place place) {
        int next = place.lastVerse() + 1;
        boolean isEnd = place.hasChapter() && next > book.verses(place.lastChapter());
        return isEnd ? place.lastVerse() : next;
    }
}
