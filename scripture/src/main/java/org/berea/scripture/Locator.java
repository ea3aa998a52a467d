package org.berea.scripture;

import java.util.List;
import java.util.Optional;
import org.berea.scripture.AnchorReader.Anchor;
import org.berea.scripture.Numeral.Style;
import org.berea.scripture.Token.Space;

/** Reads chapters and verses that have no book before them and finds the book they belong to. */
final class Locator {
    /** From the twentieth on nobody counts psalms but as chapters. */
    private static final int FIRST_LONG_ORDINAL = 20;

    private final Tokens tokens;
    private final NamedBooks named;
    private final AnchorReader anchors;

    Locator(Tokens tokens, NamedBooks named) {
        this.tokens = tokens;
        this.named = named;
        this.anchors = new AnchorReader(tokens, named);
    }

    Optional<Located> at(int index) {
        if (Neighbourhood.isVerseWord(tokens.at(index))) {
            return isVersus(index) ? Optional.empty() : verses(index);
        }
        if (Neighbourhood.isChapterWord(tokens.at(index))) {
            return chapter(index);
        }
        return ordinal(index).or(() -> pair(index));
    }

    private Optional<Located> verses(int index) {
        List<Place> places = new PlaceReader(tokens, book()).verses(index);
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(verses(places, index, places.getLast().to()));
    }

    private Located verses(List<Place> places, int from, int to) {
        Optional<Anchor> anchor = anchors.at(to).filter(Anchor::hasChapter);
        if (anchor.isPresent()) {
            Anchor found = anchor.get();
            return new Located.InBook(
                    found.books(), in(found.chapter(), places), from, found.to(), false);
        }
        int chapter =
                named.likeliest().filter(Book::isSingleChapter).isPresent() ? 1 : named.chapter();
        return chapter == 0
                ? new Located.Nowhere(from, to)
                : new Located.InBook(List.of(book()), in(chapter, places), from, to, true);
    }

    private static List<Place> in(int chapter, List<Place> places) {
        return places.stream()
                .map(place -> place.hasChapter() ? place : place.in(chapter))
                .toList();
    }

    private Optional<Located> chapter(int index) {
        List<Place> places = new PlaceReader(tokens, book()).chapters(index);
        return places.isEmpty() ? Optional.empty() : anchored(places, index, places.getLast().to());
    }

    /** {@code the 28th verse of …}, {@code the eighth chapter of …}. */
    private Optional<Located> ordinal(int index) {
        return Numerals.digits(tokens, index)
                .or(() -> Numerals.words(tokens, index))
                .filter(number -> number.style() == Style.ORDINAL)
                .flatMap(number -> ordinal(number, index));
    }

    private Optional<Located> ordinal(Numeral number, int index) {
        int value = number.value();
        int to = number.to() + 1;
        if (Neighbourhood.isVerseWord(tokens.at(number.to()))) {
            Place verse = Place.ofVerse(value, index, to);
            return Optional.of(verses(List.of(verse), index, to));
        }
        if (isOrdinalPsalm(number, index)) {
            return Optional.of(
                    new Located.InBook(
                            List.of(Book.PSALMS),
                            List.of(Place.ofChapter(value, true, index, to)),
                            index,
                            to,
                            false));
        }
        if (!Neighbourhood.isChapterWord(tokens.at(number.to()))) {
            return Optional.empty();
        }
        return anchored(List.of(Place.ofChapter(value, true, index, to)), index, to);
    }

    /**
     * {@code 23rd Psalm}, {@code the twenty-third psalm}, but not {@code his third psalm}, and not
     * {@code the second psalm} of Acts 13:33: whoever quotes that verse cites no other.
     */
    private boolean isOrdinalPsalm(Numeral number, int index) {
        Token psalm = tokens.at(number.to());
        boolean isName =
                tokens.at(index).isNumber()
                        || tokens.at(index - 1).is("the")
                                && (psalm.isCapital() || number.value() >= FIRST_LONG_ORDINAL);
        return psalm.is("psalm") && !tokens.at(number.to() + 1).isNumber() && isName;
    }

    /** {@code 8:28} and {@code 8 v. 28}. */
    private Optional<Located> pair(int index) {
        return Numerals.digits(tokens, index)
                .filter(Numeral::isDigits)
                .filter(number -> !isMinutes(index) && isPaired(number.to()))
                .filter(number -> new Pairing(tokens, book()).verseOf(number) > number.to())
                .filter(number -> !isTime(index))
                .flatMap(_ -> pairFrom(index));
    }

    private Optional<Located> pairFrom(int index) {
        List<Place> places = new PlaceReader(tokens, book()).chapters(index);
        int to = places.getLast().to();
        return isTitled(index) && anchors.at(to).isEmpty()
                ? Optional.of(new Located.NoBook(title(tokens.at(index - 1)), index - 1, to))
                : anchored(places, index, to);
    }

    private boolean isPaired(int at) {
        Token mark = tokens.at(at);
        return mark.is(":")
                || Neighbourhood.isVerseWord(mark) && !mark.is("vs")
                || mark.is(",") && Neighbourhood.isVerseWord(tokens.at(at + 1));
    }

    /** The second number of {@code 10:15:30}. */
    private boolean isMinutes(int index) {
        return tokens.at(index).isGlued() && tokens.at(index - 1).is(":");
    }

    private boolean isTime(int index) {
        Token before = tokens.at(index - 1);
        Token measure = before.is("of") ? tokens.at(index - 2) : before;
        return tokens.at(index + 1).is(":")
                && Neighbourhood.isTime(measure, tokens.at(index + 3), tokens.at(index + 4));
    }

    private boolean isTitled(int index) {
        return tokens.at(index).space() != Space.LINE
                && Neighbourhood.isTitle(tokens.at(index - 1))
                && BookNames.at(tokens, index - 1).isEmpty();
    }

    private static String title(Token token) {
        return Character.toUpperCase(token.text().charAt(0)) + token.text().substring(1);
    }

    /** By the book named after it, else by context. */
    private Optional<Located> anchored(List<Place> places, int from, int to) {
        Optional<Anchor> anchor = anchors.at(to).filter(found -> !found.hasChapter());
        if (anchor.isPresent()) {
            Anchor found = anchor.get();
            return Optional.of(new Located.InBook(found.books(), places, from, found.to(), false));
        }
        Optional<Book> book = bookOf(places.getFirst());
        if (book.isPresent()) {
            return book.map(found -> new Located.InBook(List.of(found), places, from, to, true));
        }
        return places.getFirst().hasVerse()
                ? Optional.of(new Located.Nowhere(from, to))
                : Optional.empty();
    }

    /** Of the books named, the first that has such a place, else the one certainly named last. */
    private Optional<Book> bookOf(Place place) {
        return named.candidates().stream()
                .filter(candidate -> place.within(candidate).isPresent())
                .findFirst()
                .or(named::lastCertain);
    }

    private boolean isVersus(int index) {
        Token token = tokens.at(index);
        Token before = tokens.at(index - 1);
        return (token.is("vs") || token.is("v"))
                && (before.isNumber() || before.isWord() && !Neighbourhood.isCue(before));
    }

    /** The book a number most likely belongs to; the Psalms, the longest, if none was named. */
    private Book book() {
        return named.likeliest().orElse(Book.PSALMS);
    }
}
