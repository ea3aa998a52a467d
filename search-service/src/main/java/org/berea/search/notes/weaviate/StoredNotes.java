package org.berea.search.notes.weaviate;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.search.notes.Known;
import org.berea.search.notes.NoteChange;
import org.berea.search.notes.NoteText;
import org.berea.search.notes.Owner;
import org.berea.search.weaviate.Properties;
import org.berea.search.weaviate.Row;
import org.berea.search.weaviate.Rows;

/** What the store has of those notes and owners that some changes are about. */
final class StoredNotes {
    private static final int MOST = 10_000;

    private final Map<String, Row> states;
    private final Map<String, List<Row>> embeddings;
    private final Map<String, Long> erasures;
    private final Map<NoteKey, NoteText> texts;

    private StoredNotes(
            Map<String, Row> states,
            Map<String, List<Row>> embeddings,
            Map<String, Long> erasures,
            Map<NoteKey, NoteText> texts) {
        this.states = states;
        this.embeddings = embeddings;
        this.erasures = erasures;
        this.texts = texts;
    }

    static StoredNotes about(Collection<NoteChange> changes, NoteCollections in, Rows rows) {
        Set<NoteKey> keys =
                changes.stream().flatMap(each -> NoteKey.of(each).stream()).collect(toSet());
        Set<Owner> owners = changes.stream().map(NoteChange::owner).collect(toSet());
        List<String> states = keys.stream().map(NoteKey::state).toList();
        return new StoredNotes(
                states(states, in, rows),
                embeddings(states, in, rows),
                erasures(owners, in, rows),
                texts(changes, in, rows));
    }

    Draft note(NoteKey key) {
        Row state = states.get(key.state());
        if (state == null) {
            return Draft.NOTHING;
        }
        long version = state.number(NoteRows.VERSION);
        long at = state.number(NoteRows.AT);
        Known known =
                NoteRows.YES.equals(state.text(NoteRows.KEPT))
                        ? new Known(version, true, models(key, version))
                        : Known.deleted(version);
        return Draft.stored(known, at, texts.get(key));
    }

    /** In microseconds; before all time for an owner who was not erased. */
    long erasedAt(Owner owner) {
        return erasures.getOrDefault(NoteRows.erasureId(owner), Long.MIN_VALUE);
    }

    /** The turn of the next model of a note. */
    long nextTurn(NoteKey key) {
        return 1
                + embeddings.getOrDefault(key.state(), List.of()).stream()
                        .mapToLong(row -> row.number(NoteRows.TURN))
                        .max()
                        .orElse(0);
    }

    private List<String> models(NoteKey key, long version) {
        return embeddings.getOrDefault(key.state(), List.of()).stream()
                .filter(row -> row.number(NoteRows.VERSION) == version)
                .sorted(comparingLong(row -> row.number(NoteRows.TURN)))
                .map(row -> row.text(NoteRows.MODEL))
                .toList();
    }

    private static Map<String, Row> states(List<String> ids, NoteCollections in, Rows rows) {
        return ids.isEmpty()
                ? Map.of()
                : rows
                        .fetch(
                                in.states(),
                                Properties.ids(ids),
                                MOST,
                                NoteRows.VERSION,
                                NoteRows.AT,
                                NoteRows.KEPT)
                        .stream()
                        .collect(toMap(Row::id, row -> row));
    }

    private static Map<String, List<Row>> embeddings(
            List<String> notes, NoteCollections in, Rows rows) {
        return notes.isEmpty()
                ? Map.of()
                : rows
                        .fetch(
                                in.embeddings(),
                                Properties.anyOf(NoteRows.STATE, notes),
                                MOST,
                                NoteRows.STATE,
                                NoteRows.MODEL,
                                NoteRows.VERSION,
                                NoteRows.TURN)
                        .stream()
                        .collect(groupingBy(row -> row.text(NoteRows.STATE)));
    }

    private static Map<String, Long> erasures(Set<Owner> owners, NoteCollections in, Rows rows) {
        List<String> ids = owners.stream().map(NoteRows::erasureId).toList();
        return ids.isEmpty()
                ? Map.of()
                : rows.fetch(in.erasures(), Properties.ids(ids), MOST, NoteRows.AT).stream()
                        .collect(toMap(Row::id, row -> row.number(NoteRows.AT)));
    }

    /** Only of those that get vectors: the rest is replaced or goes. */
    private static Map<NoteKey, NoteText> texts(
            Collection<NoteChange> changes, NoteCollections in, Rows rows) {
        Map<Owner, Set<String>> wanted =
                changes.stream()
                        .filter(NoteChange.Embedded.class::isInstance)
                        .flatMap(each -> NoteKey.of(each).stream())
                        .collect(groupingBy(NoteKey::owner, mapping(NoteKey::text, toSet())));
        var texts = new HashMap<NoteKey, NoteText>();
        wanted.forEach(
                (owner, ids) ->
                        rows.fetch(in.texts(owner), Properties.ids(List.copyOf(ids)), MOST).stream()
                                .map(NoteRows::text)
                                .forEach(note -> texts.put(new NoteKey(owner, note.id()), note)));
        return texts;
    }
}
