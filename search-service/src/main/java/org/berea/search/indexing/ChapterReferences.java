package org.berea.search.indexing;

import java.util.List;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/** Reads the cross references of a chapter. */
final class ChapterReferences {
    private ChapterReferences() {}

    /** Those between verses that the canon has. */
    static List<CrossReference> of(CrossReferencesImported event) {
        return event.references().stream().filter(ChapterReferences::isKnown).toList();
    }

    private static boolean isKnown(CrossReference reference) {
        return VerseRef.parse(reference.from()).isPresent()
                && VerseRange.parse(reference.to()).isPresent();
    }
}
