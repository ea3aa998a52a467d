package org.berea.scripture;

import java.util.List;

/** Reads the chapters and verses after the name of a book. */
final class BookPlaces {
    private BookPlaces() {}

    /**
     * The places written from this token on.
     *
     * @param at index after the name and whatever parts it from its number
     */
    static List<Place> of(Tokens tokens, BookMention mention, int at) {
        PlaceReader reader = new PlaceReader(tokens, mention.book());
        if (!mention.book().isSingleChapter()) {
            return reader.chapters(at);
        }
        if (Neighbourhood.isVerseWord(tokens.at(at))) {
            return reader.verses(at).stream().map(place -> place.in(1)).toList();
        }
        boolean isChapter = Neighbourhood.isChapterWord(tokens.at(at));
        return reader.chapters(at).stream()
                .map(place -> place.hasVerse() || isChapter ? place : place.asVerse())
                .toList();
    }
}
