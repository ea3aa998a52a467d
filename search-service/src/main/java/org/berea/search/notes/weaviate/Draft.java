package org.berea.search.notes.weaviate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.berea.search.notes.Known;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a note.
 *
 * @param at when it was saved or deleted, in microseconds
 * @param text null of a deleted or unknown one
 * @param written whether the text is to be written
 * @param vectors by model, those to be written
 * @param dropped models whose vectors go
 */
record Draft(
        Known known,
        long at,
        @Nullable NoteText text,
        boolean written,
        Map<String, Embedded> vectors,
        Set<String> dropped) {
    static final Draft NOTHING = stored(Known.NOTHING, Long.MAX_VALUE, null);

    /** As it is in the store. */
    static Draft stored(Known known, long at, @Nullable NoteText text) {
        return new Draft(known, at, text, false, Map.of(), Set.of());
    }

    static Draft saved(NoteText note) {
        long at = NoteNumbers.micros(note.savedAt());
        return new Draft(Known.saved(note.version()), at, note, true, Map.of(), Set.of());
    }

    static Draft deleted(long version, long at) {
        return new Draft(Known.deleted(version), at, null, false, Map.of(), Set.of());
    }

    Draft with(Embedded embedded) {
        Known after = known.with(embedded.model());
        var more = new LinkedHashMap<>(vectors);
        more.put(embedded.model(), embedded);
        more.keySet().retainAll(after.models());
        var less = new LinkedHashSet<>(dropped);
        less.addAll(known.models());
        less.removeAll(after.models());
        return new Draft(after, at, text, written, more, less);
    }
}
