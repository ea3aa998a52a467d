package org.berea.search.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.berea.contracts.search.NoteHit;
import org.berea.scripture.VerseRange;
import org.berea.search.notes.NoteFusion.Ranked;

/** Makes the answer of ranked notes. */
final class NoteHits {
    /**
     * Characters of all notes of an answer together. Callers read answers of 256 KB at most, and a
     * character can take three bytes; a note alone always has room.
     */
    private static final int MOST_TEXT = 40_000;

    private NoteHits() {}

    static List<NoteHit> of(List<Ranked> ranked, Map<String, NoteText> texts, int most) {
        var hits = new ArrayList<NoteHit>();
        int room = MOST_TEXT;
        for (Ranked each : ranked) {
            NoteText note = texts.get(each.id());
            if (note == null || note.text().length() > room) {
                continue;
            }
            if (hits.size() == most) {
                break;
            }
            hits.add(hit(each, note));
            room -= note.text().length();
        }
        return hits;
    }

    private static NoteHit hit(Ranked ranked, NoteText note) {
        return new NoteHit(
                note.id(),
                note.kind(),
                note.verses().map(VerseRange::wire).orElse(null),
                note.verses().map(VerseRange::label).orElse(null),
                note.text(),
                ranked.score(),
                ranked.reason());
    }
}
