package org.berea.embedding.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.Topics;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.search.NoteVectors;
import org.berea.embedding.Eventually;
import org.berea.embedding.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Notes and highlights on their way to where search would be. */
class StudyFeedTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir Path data;
    private Broker broker;
    private SearchNeighbour search;

    @BeforeEach
    void start() throws Exception {
        broker = Broker.start(data, Topics.STUDY);
        search = SearchNeighbour.start(0);
    }

    @AfterEach
    void stop() {
        search.close();
        broker.close();
    }

    @Test
    void embedsNotesAndHighlightsAndLeavesTheRestAlone() throws Exception {
        publish(new NoteSaved("n1", "alice", 3, "ROM.8.28", "My hope in trouble.", NOW));
        publish(new NoteDeleted("n0", "alice", 4, NOW));
        publish(new UserErased("bob", NOW));
        publish(new PassageHighlighted("h1", "alice", 1, "ROM.8.28", "All things", NOW));
        try (var service = service()) {
            Eventually.within(SOON, "both", () -> search.notes().size() == 2);

            var note = search.notes().getFirst();
            assertThat(note.owner()).isEqualTo("alice");
            assertThat(note.noteId()).isEqualTo("n1");
            assertThat(note.version()).isEqualTo(3);
            assertThat(note.model()).startsWith("bge-small-en-v1.5@q8-");
            assertThat(note.vectors()).hasSize(1).allMatch(vector -> vector.length == 384);
            assertThat(search.notes().getLast().noteId()).isEqualTo("h1");
            Eventually.within(SOON, "counted", () -> consumed(service, "done") == 2);
            assertThat(consumed(service, "skipped")).isEqualTo(2);
            assertThat(service.metric("berea_embedding_texts_total", "note")).isEqualTo(2);
        }
    }

    @Test
    void givesALongNoteAVectorForEachPieceButNeverMoreThanSixtyFour() throws Exception {
        publish(new NoteSaved("long", "alice", 1, null, "light and life ".repeat(1_300), NOW));
        publish(new NoteSaved("longest", "alice", 1, null, "ᄀ ".repeat(10_000), NOW));
        publish(new NoteSaved("korean", "alice", 1, null, "각 ".repeat(10_000), NOW));
        try (var service = service()) {
            Eventually.within(SOON, "all", () -> search.notes().size() == 3);

            assertThat(vectors("long")).hasSizeBetween(8, 12);
            assertThat(vectors("longest")).hasSizeBetween(20, 30);
            assertThat(vectors("korean")).hasSizeBetween(30, NoteVectors.MOST);
        }
    }

    @Test
    void waitsForTopicsThatAreMadeLater() throws Exception {
        try (var service = service()) {
            Eventually.within(SOON, "it is ready", () -> isReady(service));
            publish(new NoteSaved("n1", "alice", 1, null, "early", NOW));
            Eventually.within(SOON, "it arrives", () -> search.notes().size() == 1);
            assertThat(broker.topics()).as("it makes none itself").containsExactly(Topics.STUDY);
        }
    }

    private List<float[]> vectors(String noteId) {
        return search.notes().stream()
                .filter(note -> note.noteId().equals(noteId))
                .findFirst()
                .orElseThrow()
                .vectors();
    }

    private RunningService service() {
        return RunningService.start(
                Map.of(
                        "spring.kafka.bootstrap-servers", broker.address(),
                        "spring.lifecycle.timeout-per-shutdown-phase", "10s",
                        "berea.bulk.search", search.url()));
    }

    private void publish(StudyEvent event) throws Exception {
        broker.publish(Topics.STUDY, event.key(), JSON.writeValueAsString(event));
    }

    private static boolean isReady(RunningService service) throws Exception {
        return service.management("/actuator/health/readiness").contains("\"UP\"");
    }

    private static double consumed(RunningService service, String outcome) throws Exception {
        return service.metric(
                "berea_events_consumed_total", "embedding-study", "outcome=\"" + outcome + "\"");
    }
}
