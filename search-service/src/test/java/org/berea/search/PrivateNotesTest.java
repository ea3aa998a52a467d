package org.berea.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.berea.search.notes.Notes.ALICE;
import static org.berea.search.notes.Notes.BOB;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Tier;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.search.NoteHit;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.SearchRequest;
import org.berea.contracts.search.SearchResponse;
import org.berea.contracts.search.VectorGaps;
import org.berea.search.engine.Vectors;
import org.berea.search.indexing.Imports;
import org.berea.search.notes.NoteLeaks;
import org.berea.search.notes.Notes;
import org.berea.search.notes.Owner;
import org.berea.search.notes.TwinNotes;
import org.berea.search.notes.TwinNotes.Asked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Notes over real Kafka and HTTP: found by who wrote them, by nobody else. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class PrivateNotesTest {
    private static final Caller EMBEDDING = Caller.service("embedding");
    private static final int SEARCHES = 1_000;
    private static final int CALLERS = 8;
    private static final int LIMIT_SECONDS = 240;

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PassagesTopic kafka;
    private final StudyTopic study;
    private final RunningSearch search;
    private final SearchClient client;

    PrivateNotesTest(@TempDir Path folder) throws Exception {
        kafka = PassagesTopic.start(folder.resolve("kafka"));
        // The topic of notes comes later than the service: whoever publishes first makes it.
        search = start(folder, kafka.bootstrapServers());
        client = search.client();
        study = StudyTopic.create(kafka);
    }

    /** The service over the embedded store. */
    RunningSearch start(Path folder, String bootstrapServers) {
        return RunningSearch.start(folder, bootstrapServers);
    }

    @BeforeAll
    void plantTheSameNotesForTwoUsers() throws Exception {
        kafka.publish(Imports.texts("01"));
        for (Owner owner : List.of(ALICE, BOB)) {
            study.publish(TwinNotes.events(owner));
            for (NoteVectors vectors : TwinNotes.vectors(owner)) {
                assertThat(put(vectors, EMBEDDING)).isEqualTo(204);
            }
        }
        Eventually.holds("BST can be searched", () -> client.translations().contains("BST"));
        Eventually.holds("the notes are there", () -> indexed("text") == 40);
        Eventually.holds("their vectors are there", () -> indexed("vector") == 26);
    }

    @AfterAll
    void stop() {
        search.close();
        kafka.close();
    }

    @Test
    void showsNoUserTheOthersNotesInAThousandMixedSearches() throws Exception {
        var leaks = new NoteLeaks();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Asked asked : TwinNotes.searches(SEARCHES)) {
                callers.submit(look(leaks, asked.owner(), asked));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        System.out.println("Two users: " + leaks);
        assertThat(leaks.answers()).isEqualTo(SEARCHES);
        assertThat(leaks.leaking()).as(leaks.toString()).isZero();
        assertThat(leaks.withNotes()).as(leaks.toString()).isGreaterThan(SEARCHES * 9 / 10);
    }

    @Test
    void showsAThirdUserNoNotesAtAll() throws Exception {
        var leaks = new NoteLeaks();
        var carol = new Owner("carol");
        for (Asked asked : TwinNotes.searches(SEARCHES / 5)) {
            look(leaks, carol, asked).call();
        }
        System.out.println("A third user: " + leaks);
        assertThat(leaks.answers()).isEqualTo(SEARCHES / 5);
        assertThat(leaks.withNotes()).as(leaks.toString()).isZero();
    }

    @Test
    void showsNotesNeitherToServicesNorUnasked() throws Exception {
        var asked = TwinNotes.searches(1).getFirst().request();
        assertThat(notes(asked, user(ALICE))).isNotEmpty();
        assertThat(notes(asked, EMBEDDING)).isEmpty();
        var unasked = SearchRequest.of(asked.query(), asked.vector(), "BST", 5);
        assertThat(notes(unasked, user(ALICE))).isEmpty();
        var answer = client.get("/ai/search?q=hope", user(ALICE));
        assertThat(answer.body()).doesNotContain("belongs to");
    }

    @Test
    void letsNobodyKeepAnswersWithNotes() throws Exception {
        var answer = client.get("/ai/search?q=thoughts%20on%20hope&notes=true", user(ALICE));
        assertThat(answer.body()).contains("belongs to alice").doesNotContain("belongs to bob");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var asked = TwinNotes.searches(1).getFirst().request();
        assertThat(client.post(mapper.writeValueAsString(asked), user(BOB)).headers().map())
                .containsEntry("Cache-Control", List.of("no-store"));
    }

    @Test
    void takesVectorsFromServicesOnlyAndTellsThemAloneWhatLacksSome() throws Exception {
        var vectors = new NoteVectors("alice", "n", 1, "m", List.of(Vectors.axis(1)));
        assertThat(put(vectors, user(ALICE))).isEqualTo(403);
        String path = "/internal/vectors/gaps?model=" + Notes.MODEL + "&limit=20";
        assertThat(client.get(path, user(ALICE)).statusCode()).isEqualTo(403);
        var gaps = mapper.readValue(client.get(path, EMBEDDING).body(), VectorGaps.class);
        assertThat(gaps.notes())
                .filteredOn(it -> List.of("alice", "bob").contains(it.owner()))
                .hasSize(14);
    }

    @Test
    void bringsNothingBackThatWasDeletedOrErasedAndCountsWhatItCannotRead() throws Exception {
        double indexed = consumed("indexed");
        double unknown = consumed("unknown");
        double undecodable = consumed("undecodable");
        var carol = new Owner("carol-the-erased");
        study.publish(List.of(saved(carol, "one", 1), saved(carol, "two", 1)));
        Eventually.holds("both are found", () -> kestrels(carol).size() == 2);

        study.publish(List.of(new NoteDeleted("two", carol.subject(), 2, Notes.minute(2))));
        Eventually.holds("one is gone", () -> kestrels(carol).size() == 1);
        study.publish(List.of(new UserErased(carol.subject(), Notes.minute(5))));
        Eventually.holds("all is gone", () -> kestrels(carol).isEmpty());

        study.publish("{\"type\":\"note.painted.v1\",\"text\":\"a secret kestrel\"}");
        study.publish("{\"type\":\"note.saved.v1\",\"savedAt\":\"a secret kestrel\"}");
        study.publish(List.of(saved(carol, "one", 1), saved(carol, "two", 1)));
        study.publish(List.of(saved(carol, "two", 2), saved(carol, "three", 4)));
        study.publish(List.of(saved(carol, "later", 6)));
        Eventually.holds("what came later is found", () -> kestrels(carol).size() == 1);
        Eventually.holds("the rest was read", () -> consumed("erased") == 4);
        assertThat(kestrels(carol)).extracting(NoteHit::id).containsExactly("later");
        assertThat(consumed("indexed") - indexed).isEqualTo(5);
        assertThat(consumed("unknown") - unknown).isEqualTo(1);
        assertThat(consumed("undecodable") - undecodable).isEqualTo(1);
    }

    @Test
    void logsNeitherWhatUsersWriteNorWhoTheyAre(CapturedOutput output) throws Exception {
        var writer = new Owner("unloggable-user");
        study.publish("{\"type\":\"note.saved.v1\",\"owner\":\"unloggable-user\",\"text\":7}");
        study.publish("not even JSON by unloggable-user");
        study.publish(List.of(saved(writer, "unloggable-id", 1)));
        Eventually.holds("it is found", () -> kestrels(writer).size() == 1);
        assertThat(output).contains("is left out").doesNotContain("unloggable");
    }

    private Callable<Void> look(NoteLeaks leaks, Owner asker, Asked asked) {
        return () -> {
            leaks.look(asker, notes(asked.request(), user(asker)));
            return null;
        };
    }

    private List<NoteHit> notes(SearchRequest request, Caller caller) throws Exception {
        var answer = client.post(mapper.writeValueAsString(request), caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return mapper.readValue(answer.body(), SearchResponse.class).notes();
    }

    private List<NoteHit> kestrels(Owner owner) throws Exception {
        var answer = client.get("/ai/search?q=kestrel&notes=true", user(owner));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return mapper.readValue(answer.body(), SearchResponse.class).notes();
    }

    private int put(NoteVectors vectors, Caller caller) throws Exception {
        String body = mapper.writeValueAsString(vectors);
        return client.put("/internal/notes/vectors", body, caller).statusCode();
    }

    private double indexed(String kind) throws InterruptedException {
        return client.metric("berea_search_indexed_notes", "kind=\"" + kind + "\"");
    }

    private double consumed(String outcome) throws InterruptedException {
        return client.metric(
                "berea_events_consumed_total",
                "consumer=\"search-notes\"",
                "outcome=\"" + outcome + "\"");
    }

    private static NoteSaved saved(Owner owner, String id, int version) {
        Instant savedAt = Notes.minute(version);
        return new NoteSaved(id, owner.subject(), version, null, "A kestrel", savedAt);
    }

    private static Caller user(Owner owner) {
        return new Caller(owner.subject(), Tier.FREE, "other", Set.of(), true, false);
    }
}
