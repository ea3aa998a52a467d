package org.berea.search.notes.weaviate;

import io.weaviate.client6.v1.api.collections.Property;
import io.weaviate.client6.v1.api.collections.Vectors;
import io.weaviate.client6.v1.api.collections.WeaviateObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.scripture.VerseRange;
import org.berea.search.analysis.Terms;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteNumbers;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;
import org.berea.search.weaviate.Ids;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;

/** Writes the objects and reads them back. */
final class NoteRows {
    /** {@link Owner#key}. */
    static final String OWNER = "owner";

    /** {@link NoteKey#state}. */
    static final String STATE = "note";

    /** When the note was saved or deleted, in microseconds. */
    static final String AT = "at";

    static final String VERSION = "version";
    static final String KEPT = "kept";
    static final String YES = "yes";
    static final String NO = "no";
    static final String MODEL = "model";

    /** Counts the models of a note in the order in which they came. */
    static final String TURN = "turn";

    static final String TERMS = "terms";
    static final String ID = "name";
    static final String FIRST = "first";
    static final String LAST = "last";
    private static final String TEXT = "text";
    private static final String SUBJECT = "subject";
    private static final String KIND = "kind";
    private static final String REF = "ref";
    private static final String SAVED_AT = "saved";

    private NoteRows() {}

    /** Of the collection of texts. */
    static List<Property> properties() {
        return List.of(
                Properties.terms(TERMS),
                Properties.word(Properties.BOOK),
                Properties.amount(FIRST),
                Properties.amount(LAST),
                Properties.amount(AT),
                Properties.number(VERSION),
                Properties.stored(ID),
                Properties.stored(TEXT),
                Properties.stored(SUBJECT),
                Properties.stored(KIND),
                Properties.stored(REF),
                Properties.stored(SAVED_AT));
    }

    static WeaviateObject<Map<String, Object>> text(NoteText note, Terms terms) {
        var properties = new HashMap<String, Object>();
        properties.put(TERMS, String.join(" ", terms.of(note.text())));
        properties.put(AT, NoteNumbers.micros(note.savedAt()));
        properties.put(VERSION, note.version());
        properties.put(ID, note.id());
        properties.put(TEXT, note.text());
        properties.put(SUBJECT, note.owner().subject());
        properties.put(KIND, note.kind().label());
        properties.put(SAVED_AT, note.savedAt().toString());
        if (note.ref() != null) {
            properties.put(REF, note.ref());
        }
        note.verses().ifPresent(verses -> properties.putAll(place(verses)));
        return object(new NoteKey(note.owner(), note.id()).text(), properties);
    }

    static NoteText text(Row row) {
        return new NoteText(
                new Owner(row.text(SUBJECT)),
                row.text(ID),
                row.number(VERSION),
                Kind.of(row.text(KIND)),
                row.has(REF) ? row.text(REF) : null,
                row.text(TEXT),
                Instant.parse(row.text(SAVED_AT)));
    }

    static WeaviateObject<Map<String, Object>> state(NoteKey key, Draft draft) {
        return object(
                key.state(),
                Map.of(
                        OWNER, key.owner().key(),
                        ID, key.id(),
                        KEPT, draft.known().kept() ? YES : NO,
                        VERSION, draft.known().version(),
                        AT, draft.at()));
    }

    static WeaviateObject<Map<String, Object>> erasure(Owner owner, long at) {
        return object(erasureId(owner), Map.of(AT, at));
    }

    static String erasureId(Owner owner) {
        return Ids.of(owner.key());
    }

    static WeaviateObject<Map<String, Object>> embedding(
            NoteKey key, Draft draft, String model, long turn) {
        return object(
                key.embedding(model),
                Map.of(
                        OWNER, key.owner().key(),
                        STATE, key.state(),
                        MODEL, model,
                        VERSION, draft.known().version(),
                        TURN, turn,
                        AT, draft.at()));
    }

    /** An object for each piece. */
    static List<WeaviateObject<Map<String, Object>>> pieces(
            NoteKey key, NoteText note, Embedded embedded) {
        var properties = new HashMap<String, Object>();
        properties.put(STATE, key.state());
        properties.put(ID, note.id());
        properties.put(VERSION, note.version());
        properties.put(AT, NoteNumbers.micros(note.savedAt()));
        note.verses().ifPresent(verses -> properties.put(Properties.BOOK, verses.book().code()));
        return IntStream.range(0, embedded.vectors().size())
                .mapToObj(
                        number ->
                                piece(
                                        key.piece(note.version(), number),
                                        properties,
                                        embedded.vectors().get(number)))
                .toList();
    }

    private static WeaviateObject<Map<String, Object>> piece(
            String id, Map<String, Object> properties, float[] vector) {
        return WeaviateObject.of(
                it -> it.uuid(id).properties(properties).vectors(Vectors.of(vector)));
    }

    private static WeaviateObject<Map<String, Object>> object(
            String id, Map<String, Object> properties) {
        return WeaviateObject.of(it -> it.uuid(id).properties(properties));
    }

    private static Map<String, Object> place(VerseRange verses) {
        return Map.of(
                Properties.BOOK,
                verses.book().code(),
                FIRST,
                (long) NoteNumbers.place(verses.first()),
                LAST,
                (long) NoteNumbers.place(verses.last()));
    }
}
