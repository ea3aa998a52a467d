package org.berea.search.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;
import static org.berea.search.notes.Notes.embedded;
import static org.berea.search.notes.Notes.saved;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.contracts.completion.Passage.Reason;
import org.berea.contracts.search.NoteHit;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.SearchFilter;
import org.berea.contracts.search.SearchRequest;
import org.berea.search.engine.Vectors;
import org.berea.search.notes.lucene.LuceneNoteStore;
import org.berea.search.querying.Querying;
import org.berea.search.querying.WantedBooks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteSearchTest {
    private static final WantedBooks ALL = WantedBooks.of(SearchFilter.NONE);

    private final Querying querying = new Querying();
    private final NoteStore store;
    private final NoteSearch search;

    NoteSearchTest(@TempDir Path folder) {
        store = LuceneNoteStore.open(folder);
        search = searchIn(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void putsNotesOnTheVersesThatAreNamedFirst() {
        plant(
                saved(ALICE, "about", 1, null, "Hope does not disappoint"),
                saved(ALICE, "there", 2, "ROM.8.26-30", "A golden chain"),
                saved(ALICE, "newer", 3, "ROM.8.28", "All things"),
                saved(ALICE, "other", 4, "ROM.8.31", "Who can be against us"));
        var hits = find("What about hope in Romans 8:28?", -1);
        assertThat(hits).extracting(NoteHit::id).containsExactly("newer", "there", "about");
        assertThat(hits)
                .extracting(NoteHit::reason)
                .containsExactly(Reason.REFERENCE, Reason.REFERENCE, Reason.LEXICAL);
        assertThat(hits.getFirst().score()).isEqualTo(1);
        assertThat(hits.get(1).ref()).isEqualTo("ROM.8.26-30");
        assertThat(hits.get(1).label()).isEqualTo("Romans 8:26–30");
        assertThat(hits.getLast().ref()).isNull();
    }

    @Test
    void looksForNothingElseWhenOnlyVersesAreNamed() {
        plant(
                saved(ALICE, "there", 1, "ROM.8.28", "A golden chain"),
                saved(ALICE, "elsewhere", 1, "PSA.23.1", "Romans 8:28 comes to mind"),
                embedded(ALICE, "elsewhere", 1, Vectors.axis(1)));
        assertThat(find("Romans 8:28", 1)).extracting(NoteHit::id).containsExactly("there");
        assertThat(find("Romans 8:99", 1)).isEmpty();
    }

    @Test
    void fusesWordsAndMeaning() {
        plant(
                saved(ALICE, "both", 1, null, "Hope"),
                saved(ALICE, "words", 1, null, "Hope again, and hope"),
                saved(ALICE, "meaning", 1, null, "Confident expectation"),
                embedded(ALICE, "both", 1, Vectors.near(1, 0.9)),
                embedded(ALICE, "meaning", 1, Vectors.near(1, 0.8)),
                embedded(ALICE, "words", 1, Vectors.axis(2)));
        var hits = find("hope", 1);
        assertThat(hits).extracting(NoteHit::id).startsWith("both").hasSize(3);
        assertThat(hits).allMatch(hit -> hit.score() > 0 && hit.score() <= 1);
        assertThat(reason(hits, "meaning")).isEqualTo(Reason.VECTOR);
        assertThat(reason(hits, "words")).isEqualTo(Reason.LEXICAL);
    }

    @Test
    void findsNothingForAQuestionAboutOtherThings() {
        plant(
                saved(ALICE, "a", 1, "ROM.8.28", "The oil of gladness runs down the beard"),
                embedded(ALICE, "a", 1, Vectors.near(1, 0.5)));
        assertThat(find("How do I change the oil of my car's engine myself?", 1)).isEmpty();
        assertThat(find("Which carburetor fits?", 1)).isEmpty();
        assertThat(find("gladness", 1)).hasSize(1);
    }

    @Test
    void looksOnlyInTheBooksThatAreWanted() {
        plant(
                saved(ALICE, "romans", 1, "ROM.8.28", "Hope"),
                saved(ALICE, "psalms", 1, "PSA.23.1", "Hope"),
                saved(ALICE, "nowhere", 1, null, "Hope"));
        assertThat(find("hope", filter("ROM", null)))
                .extracting(NoteHit::id)
                .containsExactly("romans");
        assertThat(find("hope in Psalm 23", filter("ROM", null)))
                .extracting(NoteHit::id)
                .containsExactly("romans");
        assertThat(find("hope", filter("ROM", "old"))).isEmpty();
        assertThat(find("hope", ALL)).hasSize(3);
    }

    @Test
    void givesNoMoreThanAskedForAndNoMoreTextThanCallersCanRead() {
        for (int i = 0; i < 5; i++) {
            plant(saved(ALICE, "n" + i, 1, null, "hope ".repeat(3_999)));
        }
        assertThat(find("hope", -1)).hasSize(2);
        plant(saved(ALICE, "short", 1, null, "hope"));
        assertThat(find("hope", -1)).extracting(NoteHit::id).contains("short").hasSize(3);
        var question = question(ALICE, "hope", Optional.empty(), ALL);
        assertThat(search.find(question, 1)).hasSize(1);
    }

    @Test
    void showsNobodyElsesNotesInAThousandSearches() {
        plantTwins();
        var leaks = leaksOf(search);
        assertThat(leaks.leaking()).as(leaks.toString()).isZero();
        assertThat(leaks.withNotes()).as(leaks.toString()).isGreaterThan(900);
    }

    /** The check above, and the one over HTTP that shares it, would notice. */
    @Test
    void theCheckNoticesAStoreThatForgetsTheOwner() {
        plantTwins();
        var leaks = leaksOf(searchIn(new CarelessNotes(store)));
        assertThat(leaks.leaking()).as(leaks.toString()).isGreaterThan(300);
    }

    private NoteLeaks leaksOf(NoteSearch searched) {
        var leaks = new NoteLeaks();
        for (var asked : TwinNotes.searches(1_000)) {
            SearchRequest request = asked.request();
            var books = WantedBooks.of(request.filter());
            var question = question(asked.owner(), request.query(), request.embedding(), books);
            leaks.look(asked.owner(), searched.find(question, request.limit()));
        }
        return leaks;
    }

    private void plantTwins() {
        var indexing = new NoteIndexing(store, new NoteMetrics(new SimpleMeterRegistry(), store));
        for (Owner owner : List.of(ALICE, BOB)) {
            indexing.index(TwinNotes.events(owner), Map.of());
            TwinNotes.vectors(owner).forEach(indexing::index);
        }
    }

    private void plant(NoteChange... changes) {
        store.apply(Arrays.asList(changes), Map.of());
    }

    private List<NoteHit> find(String question, int axis) {
        Optional<QueryVector> vector =
                axis < 0
                        ? Optional.empty()
                        : Optional.of(new QueryVector(Notes.MODEL, Vectors.axis(axis)));
        return search.find(question(ALICE, question, vector, ALL), 10);
    }

    private List<NoteHit> find(String question, WantedBooks books) {
        return search.find(question(ALICE, question, Optional.empty(), books), 10);
    }

    private NoteQuestion question(
            Owner owner, String question, Optional<QueryVector> vector, WantedBooks books) {
        return new NoteQuestion(owner, querying.analyse(question), vector, books);
    }

    private NoteSearch searchIn(OwnNotes notes) {
        var metrics = new NoteMetrics(new SimpleMeterRegistry(), store);
        return new NoteSearch(notes, NoteFloors.CHOSEN, metrics);
    }

    private static Reason reason(List<NoteHit> hits, String id) {
        return hits.stream().filter(hit -> hit.id().equals(id)).findFirst().orElseThrow().reason();
    }

    private static WantedBooks filter(String book, @Nullable String testament) {
        return WantedBooks.of(new SearchFilter(List.of(book), testament, null));
    }
}
