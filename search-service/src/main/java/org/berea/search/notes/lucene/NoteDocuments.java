package org.berea.search.notes.lucene;

import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.scripture.VerseRange;
import org.berea.search.notes.Known;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;

/** Writes the documents: notes, the pieces that have vectors, and tombstones; reads them back. */
final class NoteDocuments {
    private NoteDocuments() {}

    static Document of(NoteText note, List<String> models) {
        var document = note(note.owner(), note.id(), note.version());
        document.add(new LongField(NoteFields.AT, NoteNumbers.micros(note.savedAt()), Store.YES));
        document.add(new TextField(NoteFields.TEXT, note.text(), Store.YES));
        document.add(new StoredField(NoteFields.SUBJECT, note.owner().subject()));
        document.add(new StoredField(NoteFields.KIND, note.kind().label()));
        document.add(new StoredField(NoteFields.SAVED_AT, note.savedAt().toString()));
        if (note.ref() != null) {
            document.add(new StoredField(NoteFields.REF, note.ref()));
        }
        note.verses().ifPresent(verses -> place(document, verses));
        models.forEach(model -> document.add(new StringField(NoteFields.MODEL, model, Store.YES)));
        if (!models.isEmpty()) {
            document.add(new StringField(NoteFields.EMBEDDED, NoteFields.YES, Store.NO));
        }
        return document;
    }

    static Document piece(NoteText note, String model, float[] vector) {
        var document = new Document();
        String key = NoteFields.key(note.owner(), note.id());
        document.add(new StringField(NoteFields.PIECE_OF, key, Store.NO));
        document.add(new StringField(NoteFields.OWNER, note.owner().key(), Store.NO));
        document.add(new StringField(NoteFields.MODEL, model, Store.YES));
        document.add(new LongField(NoteFields.AT, NoteNumbers.micros(note.savedAt()), Store.YES));
        document.add(new StoredField(NoteFields.ID, note.id()));
        note.verses()
                .ifPresent(
                        verses ->
                                document.add(
                                        new StringField(
                                                NoteFields.BOOK, verses.book().code(), Store.NO)));
        document.add(
                new KnnFloatVectorField(
                        NoteFields.vector(vector), vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static Document tombstone(Owner owner, String id, long version, Instant at) {
        var document = note(owner, id, version);
        document.add(new LongField(NoteFields.AT, NoteNumbers.micros(at), Store.YES));
        return document;
    }

    /** It has no {@code owner}, so that it outlives what is erased with the owner. */
    static Document tombstone(Owner owner, Instant erasedAt) {
        var document = new Document();
        document.add(new StringField(NoteFields.ERASED, owner.key(), Store.NO));
        document.add(new LongField(NoteFields.AT, NoteNumbers.micros(erasedAt), Store.YES));
        return document;
    }

    static StoredNote read(Document document) {
        long version = number(document, NoteFields.VERSION);
        long at = number(document, NoteFields.AT);
        if (document.get(NoteFields.TEXT) == null) {
            return new StoredNote(Known.deleted(version), null, at);
        }
        var models = List.of(document.getValues(NoteFields.MODEL));
        return new StoredNote(new Known(version, true, models), text(document), at);
    }

    static NoteText text(Document document) {
        return new NoteText(
                new Owner(document.get(NoteFields.SUBJECT)),
                document.get(NoteFields.ID),
                number(document, NoteFields.VERSION),
                Kind.of(document.get(NoteFields.KIND)),
                document.get(NoteFields.REF),
                document.get(NoteFields.TEXT),
                Instant.parse(document.get(NoteFields.SAVED_AT)));
    }

    static long number(Document document, String field) {
        IndexableField stored = document.getField(field);
        return stored.numericValue().longValue();
    }

    private static Document note(Owner owner, String id, long version) {
        var document = new Document();
        document.add(new StringField(NoteFields.NOTE, NoteFields.key(owner, id), Store.NO));
        document.add(new StringField(NoteFields.OWNER, owner.key(), Store.NO));
        document.add(new StoredField(NoteFields.ID, id));
        document.add(new StoredField(NoteFields.VERSION, version));
        return document;
    }

    private static void place(Document document, VerseRange verses) {
        document.add(new StringField(NoteFields.BOOK, verses.book().code(), Store.NO));
        document.add(new IntPoint(NoteFields.FIRST, NoteNumbers.place(verses.first())));
        document.add(new IntPoint(NoteFields.LAST, NoteNumbers.place(verses.last())));
    }
}
