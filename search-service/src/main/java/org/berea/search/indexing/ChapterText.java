package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Changes.VerseText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each verse of a chapter the words around it. */
final class ChapterText {
    private static final Logger log = LoggerFactory.getLogger(ChapterText.class);

    private ChapterText() {}

    /** The verses that the canon has; others are logged, as no reference could ever name them. */
    static List<VerseText> of(EditionKey edition, List<Verse> chapter) {
        var texts = new ArrayList<VerseText>();
        for (int i = 0; i < chapter.size(); i++) {
            Verse verse = chapter.get(i);
            Optional<VerseRef> ref = VerseRef.parse(verse.ref());
            if (ref.isEmpty()) {
                log.warn("{} has {}, which the canon has not", edition.label(), verse.ref());
                continue;
            }
            texts.add(new VerseText(edition, ref.get(), verse.text(), around(chapter, i)));
        }
        return texts;
    }

    private static String around(List<Verse> chapter, int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(chapter.size(), index + 2);
        return chapter.subList(from, to).stream().map(Verse::text).collect(Collectors.joining(" "));
    }
}
