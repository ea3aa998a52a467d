package org.berea.worker.crossreferences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.event.Topics;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.ImportState.Status;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRef;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.berea.worker.Zips;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** There is one set of cross references, so each test finds what the one before has left. */
@ExtendWith(Suite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrossReferencesApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/admin/cross-references";
    private static final String HEADER = "From Verse\tTo Verse\tVotes\t#somebody 2020\n";
    private static final String SMALL = HEADER + "Gen.1.1\tJohn.1.1-John.1.3\t34\n";

    private final Servers servers;
    private final RunningWorker worker;
    private final Events events;

    CrossReferencesApiTest(Servers servers, RunningWorker worker, Events events) {
        this.servers = servers;
        this.worker = worker;
        this.events = events;
    }

    @Test
    @Order(1)
    void knowsOfNoneAtFirst() {
        assertThat(get().statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void recordsThemAndPublishesEachChapterOnce() {
        var accepted = put(PATH, text(120, 3).getBytes(UTF_8));

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(state(accepted).references()).isEqualTo(360);
        assertThat(state(accepted).source()).isEqualTo("www.openbible.info, CC BY");
        CrossReferencesState done = awaitPublished();
        assertThat(done.total()).isEqualTo(120);
        List<CrossReferencesImported> published = published(done.importId());
        assertThat(published)
                .extracting(CrossReferencesImported::sequence)
                .isEqualTo(IntStream.range(0, 120).boxed().toList());
        assertThat(published).allMatch(event -> event.total() == 120);
        assertThat(published.get(22).references())
                .containsExactly(
                        new CrossReference("PSA.23.1", "GEN.1.3", 3),
                        new CrossReference("PSA.23.1", "GEN.1.2", 2),
                        new CrossReference("PSA.23.1", "GEN.1.1", 1));
        assertThat(keys(done.importId())).contains("XREF:PSA.23").hasSize(120);
    }

    @Test
    @Order(3)
    void changesNothingWhenTheSameComesAgain() {
        String id = state(get()).importId();
        var files = new LinkedHashMap<String, byte[]>();
        files.put("__MACOSX/._refs.txt", new byte[3]);
        files.put("some/refs.txt", text(120, 3).getBytes(UTF_8));

        var again = put(PATH, Zips.of(files));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(state(again).status()).isEqualTo(Status.UNCHANGED);
        assertThat(state(again).importId()).isEqualTo(id);
        assertThat(published(id)).hasSize(120);
    }

    @Test
    @Order(4)
    void changesNothingWhenALineIsBroken() {
        CrossReferencesState before = state(get());

        var refused = put(PATH, (SMALL + "Gen.1.2\tJon 1:1\t3\n").getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(RunningWorker.json(refused).get("field").asString()).isEqualTo("body");
        assertThat(RunningWorker.json(refused).get("detail").asString())
                .startsWith("body: the file, line 3, To Verse: 'Jon 1:1' (expected: a verse such");
        assertThat(state(get())).isEqualTo(before);
        assertThat(rows(before.importId())).isEqualTo(120);
    }

    @Test
    @Order(5)
    void replacesThemAsAWhole() {
        String first = state(get()).importId();

        put(PATH + "?source=A%20friend", SMALL.getBytes(UTF_8));

        CrossReferencesState done = awaitPublished();
        assertThat(done.importId()).isGreaterThan(first);
        assertThat(done.source()).isEqualTo("A friend");
        assertThat(done.total()).isEqualTo(1);
        assertThat(rows(first)).isZero();
        assertThat(published(done.importId()))
                .containsExactly(
                        new CrossReferencesImported(
                                done.importId(),
                                "A friend",
                                0,
                                1,
                                List.of(new CrossReference("GEN.1.1", "JHN.1.1-3", 34))));
    }

    @Test
    @Order(6)
    void goesOnFromTheLastChapterThatWasNotedAsPublished() {
        put(PATH, text(150, 1).getBytes(UTF_8));
        String id = awaitPublished().importId();

        // As after a death between two batches: the note says 50, nobody knows of the others.
        servers.jdbc()
                .sql("update cross_reference_import set published = 50 where id = ?")
                .param(id)
                .update();
        awaitPublished();

        assertThat(published(id)).hasSize(150 + 100);
    }

    @Test
    @Order(7)
    void takesHundredsOfThousandsInSeconds() {
        long start = System.nanoTime();

        var accepted = put(PATH, text(150, 2_000).getBytes(UTF_8));

        assertThat(state(accepted).references()).isEqualTo(300_000);
        awaitPublished();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("300,000 cross references: " + taken);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void refusesWhatIsNoFileOfCrossReferences() {
        byte[] usfm = "\\id GEN".getBytes(UTF_8);

        assertRefused(new byte[0], "body: empty (expected: cross references as text");
        assertRefused(usfm, "body: the file, line 1: another header");
        assertRefused(Zips.of(Map.of("a.usfm", usfm)), "body: a.usfm, line 1: another header");
        assertRefused(Zips.of(Map.of("__MACOSX/a", usfm)), "body: no file in the zip");
        var two = new LinkedHashMap<String, byte[]>();
        two.put("a.txt", SMALL.getBytes(UTF_8));
        two.put("b.txt", SMALL.getBytes(UTF_8));
        assertRefused(Zips.of(two), "body: several files in the zip");
    }

    @Test
    void refusesZipsThatInflateWithoutEnd() {
        byte[] longer = (SMALL + "\n".repeat(40 * 1024 * 1024)).getBytes(UTF_8);

        var refused = put(PATH, Zips.of(Map.of("a.txt", longer)));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesCallersWithoutTheScopeAndSourcesWithoutName() {
        var user = RunningWorker.user("alice");

        assertThat(worker.put(user, PATH, SMALL.getBytes(UTF_8)).statusCode()).isEqualTo(403);
        assertThat(worker.get(user, PATH).statusCode()).isEqualTo(403);
        assertThat(worker.getWithoutToken(PATH).statusCode()).isEqualTo(401);
        var nameless = put(PATH + "?source=%01", SMALL.getBytes(UTF_8));
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(RunningWorker.json(nameless).get("field").asString()).isEqualTo("source");
    }

    /**
     * As many from each of the first psalms, to the first verses of Genesis, more votes the later.
     */
    private static String text(int psalms, int each) {
        List<VerseRef> verses = Book.GENESIS.allVerses();
        var text = new StringBuilder(HEADER);
        for (int psalm = 1; psalm <= psalms; psalm++) {
            for (int votes = 1; votes <= each; votes++) {
                var to = verses.get((votes - 1) % 1_000);
                text.append(
                        "Ps.%d.%d\tGen.%d.%d\t%d%n"
                                .formatted(
                                        psalm,
                                        1 + (votes - 1) / 1_000,
                                        to.chapter(),
                                        to.verse(),
                                        votes));
            }
        }
        return text.toString();
    }

    private void assertRefused(byte[] body, String detail) {
        var response = put(PATH, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(RunningWorker.json(response).get("detail").asString()).startsWith(detail);
    }

    private HttpResponse<String> put(String path, byte[] body) {
        return worker.put(RunningWorker.corpusAdmin(), path, body);
    }

    private HttpResponse<String> get() {
        return worker.get(RunningWorker.corpusAdmin(), PATH);
    }

    private static CrossReferencesState state(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return JsonMapper.shared().readValue(response.body(), CrossReferencesState.class);
    }

    private CrossReferencesState awaitPublished() {
        return await().atMost(SOON)
                .until(() -> state(get()), state -> state.status() == Status.PUBLISHED);
    }

    private List<CrossReferencesImported> published(String importId) {
        return events.all(Topics.PASSAGES).stream()
                .map(message -> JsonMapper.shared().readValue(message.value(), PassagesEvent.class))
                .filter(CrossReferencesImported.class::isInstance)
                .map(CrossReferencesImported.class::cast)
                .filter(event -> event.importId().equals(importId))
                .sorted(Comparator.comparing(CrossReferencesImported::sequence))
                .toList();
    }

    private List<String> keys(String importId) {
        return events.all(Topics.PASSAGES).stream()
                .filter(message -> new String(message.value(), UTF_8).contains(importId))
                .map(message -> message.key())
                .toList();
    }

    private int rows(String importId) {
        return servers.jdbc()
                .sql("select count(*) from cross_reference where import_id = ?")
                .param(importId)
                .query(Integer.class)
                .single();
    }
}
