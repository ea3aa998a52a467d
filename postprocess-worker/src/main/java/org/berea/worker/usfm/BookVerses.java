package org.berea.worker.usfm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verses of a book while it is being read. */
final class BookVerses {
    private record Place(int chapter, int verse) {}

    private final Map<Place, VerseText> texts = new LinkedHashMap<>();
    private final Map<Place, Integer> lasts = new HashMap<>();
    private final Map<Place, Boolean> segmented = new HashMap<>();

    /**
     * Where the text of a verse goes; segments of one verse go to the same place. Empty when the
     * verse was there before.
     */
    Optional<VerseText> begin(int chapter, VerseNumbers numbers) {
        var place = new Place(chapter, numbers.first());
        Boolean before = segmented.get(place);
        if (before != null && !before && !numbers.segment()) {
            return Optional.empty();
        }
        for (int verse = numbers.first(); verse <= numbers.last(); verse++) {
            segmented.merge(new Place(chapter, verse), numbers.segment(), Boolean::logicalOr);
        }
        lasts.merge(place, numbers.last(), Math::max);
        return Optional.of(texts.computeIfAbsent(place, _ -> new VerseText()));
    }

    /** Those with text. */
    List<UsfmVerse> withText() {
        var verses = new ArrayList<UsfmVerse>();
        texts.forEach(
                (place, text) -> {
                    if (!text.plain().isEmpty()) {
                        verses.add(verse(place, text.plain()));
                    }
                });
        return verses;
    }

    private UsfmVerse verse(Place place, String text) {
        return new UsfmVerse(
                place.chapter(), place.verse(), lasts.getOrDefault(place, place.verse()), text);
    }
}
