package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.MODEL;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.saved;
import static org.berea.search.notes.Notes.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;
import org.berea.search.engine.Vectors;

/** What the tests of stores do to them and see in them. */
final class Looking {
    static final Set<Book> ALL = Set.of();

    private Looking() {}

    static List<Outcome> apply(NoteStore store, NoteChange... changes) {
        return store.apply(Arrays.asList(changes), Map.of());
    }

    /** A note that can be found in every way. */
    static void plant(NoteStore store, Owner owner, String id, String text) {
        apply(
                store,
                saved(owner, id, 1, "ROM.8.28", text),
                embedded(owner, id, 1, Vectors.axis(1)));
    }

    /** What each way of looking shows to someone, as "id of owner". */
    static List<String> allSeenBy(Owner owner, NoteStore store) {
        var ids = new ArrayList<String>();
        ids.addAll(lexical(store, owner, "hope", ALL));
        store.nearest(owner, MODEL, Vectors.axis(1), ALL, 100).forEach(it -> ids.add(it.id()));
        ids.addAll(store.on(owner, verses("ROM.8.1-39"), 100));
        ids.addAll(List.of("note", "only-bobs", "a"));
        var seen = new ArrayList<String>();
        for (String id : ids) {
            store.texts(owner, List.of(id))
                    .forEach(it -> seen.add(it.id() + " of " + it.owner().subject()));
        }
        return seen;
    }

    static List<String> found(NoteStore store, Set<Book> books) {
        var lexical = lexical(store, ALICE, "hope", books);
        assertThat(store.nearest(ALICE, MODEL, Vectors.axis(1), books, 100))
                .extracting(ScoredNote::id)
                .containsExactlyInAnyOrderElementsOf(lexical);
        return lexical;
    }

    static List<String> lexical(NoteStore store, Owner owner, String words, Set<Book> books) {
        return store.lexical(owner, terms(words), books, 100).stream().map(ScoredNote::id).toList();
    }

    static List<String> texts(NoteStore store, Owner owner) {
        return store.texts(owner, List.of("kept", "deleted", "erased", "again")).stream()
                .map(NoteText::text)
                .toList();
    }

    static VerseRange verses(String wire) {
        return VerseRange.parse(wire).orElseThrow();
    }
}
