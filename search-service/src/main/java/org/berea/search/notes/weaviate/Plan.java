package org.berea.search.notes.weaviate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Outcome;
import org.berea.search.notes.Owner;

/**
 * Decides what changes come to, each in the light of those before it, before anything is written.
 * What was removed before is removed again when it is asked for again: whoever did it may have died
 * in the middle.
 */
final class Plan {
    private final StoredNotes before;
    private final Map<NoteKey, Draft> drafts = new LinkedHashMap<>();
    private final Map<Owner, Long> erased = new LinkedHashMap<>();

    Plan(StoredNotes before) {
        this.before = before;
    }

    /** What is to be written. */
    Map<NoteKey, Draft> drafts() {
        return drafts;
    }

    /** Whose notes go that were saved up to a time, in microseconds. */
    Map<Owner, Long> erased() {
        return erased;
    }

    Outcome apply(NoteChange change) {
        return switch (change) {
            case Saved(var note) -> save(note);
            case Embedded embedded -> embed(embedded);
            case Deleted deleted -> delete(deleted);
            case Erased all -> erase(all.owner(), NoteNumbers.micros(all.erasedAt()));
        };
    }

    private Outcome save(NoteText note) {
        var key = new NoteKey(note.owner(), note.id());
        var saved = Draft.saved(note);
        if (saved.at() <= erasedAt(note.owner())) {
            return Outcome.ERASED;
        }
        Outcome outcome = draft(key).known().save(note.version());
        if (outcome == Outcome.INDEXED) {
            drafts.put(key, saved);
        }
        return outcome;
    }

    private Outcome embed(Embedded embedded) {
        var key = new NoteKey(embedded.owner(), embedded.id());
        Draft draft = draft(key);
        Outcome outcome = draft.known().embed(embedded.version(), embedded.model());
        if (outcome == Outcome.INDEXED && draft.text() == null) {
            return Outcome.SUPERSEDED;
        }
        if (outcome == Outcome.INDEXED) {
            drafts.put(key, draft.with(embedded));
        }
        return outcome;
    }

    private Outcome delete(Deleted deleted) {
        var key = new NoteKey(deleted.owner(), deleted.id());
        Draft draft = draft(key);
        Outcome outcome = draft.known().delete(deleted.version());
        if (outcome == Outcome.INDEXED || outcome == Outcome.REPEATED) {
            long at = NoteNumbers.micros(deleted.deletedAt());
            drafts.put(key, Draft.deleted(deleted.version(), at));
        }
        return outcome;
    }

    private Outcome erase(Owner owner, long at) {
        long earlier = erasedAt(owner);
        erased.put(owner, Math.max(at, earlier));
        drafts.entrySet()
                .removeIf(
                        each -> each.getKey().owner().equals(owner) && each.getValue().at() <= at);
        return at <= earlier ? Outcome.REPEATED : Outcome.INDEXED;
    }

    private Draft draft(NoteKey key) {
        Draft draft = drafts.getOrDefault(key, before.note(key));
        return draft.at() <= erasedAt(key.owner()) ? Draft.NOTHING : draft;
    }

    private long erasedAt(Owner owner) {
        return erased.getOrDefault(owner, before.erasedAt(owner));
    }
}
