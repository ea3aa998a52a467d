package org.berea.search.notes.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.berea.search.notes.Known;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Outcome;
import org.berea.search.notes.Owner;

/** Writes changes one after the other, each in the light of those before it. */
final class NoteBatch {
    private final NoteReader before;
    private final IndexWriter writer;
    private final Map<String, StoredNote> changed = new HashMap<>();
    private final Map<Owner, Long> erased = new HashMap<>();

    NoteBatch(NoteReader before, IndexWriter writer) {
        this.before = before;
        this.writer = writer;
    }

    Outcome apply(NoteChange change) throws IOException {
        return switch (change) {
            case Saved(var note) -> save(note);
            case Embedded embedded -> embed(embedded);
            case Deleted deleted -> delete(deleted);
            case Erased all -> erase(all);
        };
    }

    private Outcome save(NoteText note) throws IOException {
        var saved = StoredNote.saved(note);
        if (saved.at() <= erasedAt(note.owner())) {
            return Outcome.ERASED;
        }
        Outcome outcome = stored(note.owner(), note.id()).known().save(note.version());
        if (outcome == Outcome.INDEXED) {
            writer.deleteDocuments(NoteFields.pieces(note.owner(), note.id()));
            writer.updateDocument(
                    NoteFields.note(note.owner(), note.id()),
                    NoteDocuments.of(note, saved.known().models()));
            changed.put(NoteFields.key(note.owner(), note.id()), saved);
        }
        return outcome;
    }

    private Outcome embed(Embedded embedded) throws IOException {
        StoredNote stored = stored(embedded.owner(), embedded.id());
        Outcome outcome = stored.known().embed(embedded.version(), embedded.model());
        NoteText note = stored.text();
        if (outcome == Outcome.INDEXED && note != null) {
            Known after = stored.known().with(embedded.model());
            dropPieces(note, stored.known(), after);
            for (float[] vector : embedded.vectors()) {
                writer.addDocument(NoteDocuments.piece(note, embedded.model(), vector));
            }
            writer.updateDocument(
                    NoteFields.note(note.owner(), note.id()),
                    NoteDocuments.of(note, after.models()));
            changed.put(NoteFields.key(note.owner(), note.id()), stored.with(after));
        }
        return outcome;
    }

    private Outcome delete(Deleted deleted) throws IOException {
        Outcome outcome = stored(deleted.owner(), deleted.id()).known().delete(deleted.version());
        if (outcome == Outcome.INDEXED) {
            writer.deleteDocuments(NoteFields.pieces(deleted.owner(), deleted.id()));
            writer.updateDocument(
                    NoteFields.note(deleted.owner(), deleted.id()),
                    NoteDocuments.tombstone(
                            deleted.owner(), deleted.id(), deleted.version(), deleted.deletedAt()));
            changed.put(
                    NoteFields.key(deleted.owner(), deleted.id()),
                    StoredNote.deleted(deleted.version(), deleted.deletedAt()));
        }
        return outcome;
    }

    private Outcome erase(Erased all) throws IOException {
        long at = NoteNumbers.micros(all.erasedAt());
        if (at <= erasedAt(all.owner())) {
            return Outcome.REPEATED;
        }
        writer.deleteDocuments(NoteFields.upTo(all.owner(), all.erasedAt()));
        writer.updateDocument(
                NoteFields.erased(all.owner()),
                NoteDocuments.tombstone(all.owner(), all.erasedAt()));
        erased.put(all.owner(), at);
        return Outcome.INDEXED;
    }

    private void dropPieces(NoteText note, Known before, Known after) throws IOException {
        for (String model : before.models()) {
            if (!after.models().contains(model)) {
                writer.deleteDocuments(NoteFields.pieces(note, model));
            }
        }
    }

    private StoredNote stored(Owner owner, String id) throws IOException {
        StoredNote change = changed.get(NoteFields.key(owner, id));
        StoredNote stored = change == null ? before.stored(owner, id) : change;
        return stored.at() <= erasedAt(owner) ? StoredNote.NOTHING : stored;
    }

    private long erasedAt(Owner owner) throws IOException {
        Long at = erased.get(owner);
        return at == null ? before.erasedAt(owner) : at;
    }
}
