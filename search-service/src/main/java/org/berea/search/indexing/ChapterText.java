package org.berea.search.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.scripture.VerseRange;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Editions;
import org.berea.search.engine.Changes.VerseText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each verse of a chapter the words around it. */
final class ChapterText {
    private static final Logger log = LoggerFactory.getLogger(ChapterText.class);

    private ChapterText() {}

    /** The verses that the canon has; others are logged, as no reference could ever name them. */
    static List<VerseText> of(PassageImported event) {
        EditionKey edition = Editions.key(event);
        List<Verse> chapter = event.verses();
        var texts = new ArrayList<VerseText>();
        for (int i = 0; i < chapter.size(); i++) {
            Verse verse = chapter.get(i);
            Optional<VerseRange> verses = PrintedVerse.verses(verse.ref());
            if (verses.isEmpty()) {
                log.warn("{} has {}, which the canon has not", edition.label(), verse.ref());
                continue;
            }
            String around = around(chapter, i);
            texts.add(new VerseText(edition, event.sequence(), verses.get(), verse.text(), around));
        }
        return texts;
    }

    private static String around(List<Verse> chapter, int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(chapter.size(), index + 2);
        return chapter.subList(from, to).stream().map(Verse::text).collect(Collectors.joining(" "));
    }
}
