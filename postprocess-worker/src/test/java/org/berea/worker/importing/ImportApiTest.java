package org.berea.worker.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.event.Topics;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.berea.worker.Suite;
import org.berea.worker.Zips;
import org.berea.worker.uploading.Upload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Suite.class)
class ImportApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Servers servers;
    private final RunningWorker worker;
    private final Events events;

    ImportApiTest(Servers servers, RunningWorker worker, Events events) {
        this.servers = servers;
        this.worker = worker;
        this.events = events;
    }

    @Test
    void recordsTheVersesAndPublishesEachChapterOnce() {
        var accepted =
                put(
                        "ONE?name=Number%20One&language=en&licence=free",
                        Bible.book("PSA", 120, "word"));

        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode state = RunningWorker.json(accepted);
        assertThat(state.get("verses").asInt()).isEqualTo(240);
        assertThat(state.get("books").asInt()).isEqualTo(1);
        assertThat(state.get("total").asInt()).isEqualTo(120);
        assertThat(state.get("status").asString()).isEqualTo("publishing");
        awaitPublished("ONE");
        List<PassageImported> published = published("ONE");
        assertThat(published).extracting(PassageImported::sequence).isEqualTo(numbers(120));
        assertThat(published).allMatch(event -> event.total() == 120);
        assertThat(published.getFirst().translation().name()).isEqualTo("Number One");
        assertThat(published.getFirst().translation().verses()).isEqualTo(240);
        assertThat(published.get(22).verses().getFirst().ref()).isEqualTo("PSA.23.1");
        assertThat(published.get(22).verses().getLast().text()).isEqualTo("word 23, second");
    }

    @Test
    void givesABridgeTheRangeOfItsVerses() {
        put("EIGHT", "\\id 3JN\n\\c 1\n\\p\n\\v 1 a\n\\v 2-4 b\n\\v 15-16 c\n\\v 17 d");
        awaitPublished("EIGHT");

        assertThat(published("EIGHT").getFirst().verses())
                .extracting(Verse::ref)
                // The versification ends at 15.
                .containsExactly("3JN.1.1", "3JN.1.2-4", "3JN.1.15", "3JN.1.17");
    }

    @Test
    void changesNothingWhenTheSameTextComesAgain() {
        put("TWO", Bible.book("JUD", 1, "word"));
        awaitPublished("TWO");
        String id = state("TWO").get("importId").asString();

        var again = put("TWO", Bible.book("JUD", 1, "word"));
        var zipped =
                worker.put(
                        RunningWorker.corpusAdmin(),
                        "/admin/translations/TWO",
                        Zips.of(
                                Map.of(
                                        "x/jude.usfm", Bible.bytes(Bible.book("JUD", 1, "word")),
                                        "x/licence.txt", Bible.bytes("not \\usfm"))));

        for (var response : List.of(again, zipped)) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningWorker.json(response).get("status").asString())
                    .isEqualTo("unchanged");
            assertThat(RunningWorker.json(response).get("importId").asString()).isEqualTo(id);
        }
        assertThat(published("TWO")).hasSize(1);
    }

    @Test
    void replacesATranslationAsAWhole() {
        put("THREE?name=Three", Bible.book("PHP", 4, "old"));
        awaitPublished("THREE");
        String first = state("THREE").get("importId").asString();

        put("THREE", Bible.book("JUD", 1, "new"));
        awaitPublished("THREE");

        JsonNode state = state("THREE");
        assertThat(state.get("importId").asString()).isGreaterThan(first);
        assertThat(state.get("name").asString()).isEqualTo("Three");
        assertThat(texts("THREE")).containsExactly("new 1, first", "new 1, second");
        assertThat(
                        servers.jdbc()
                                .sql("select count(*) from verse where import_id = ?")
                                .param(first)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void changesNothingWhenAnythingIsBroken() {
        put("FOUR", Bible.book("JUD", 1, "kept"));
        awaitPublished("FOUR");
        var files = new HashMap<String, byte[]>();
        files.put("01-PHP.usfm", Bible.bytes(Bible.book("PHP", 4, "new")));
        files.put("02-JUD.usfm", Bible.bytes("\\id JUD\n\\c 1\n\\p\n\\v 1 new\\f + \\ft lost"));

        var response =
                worker.put(RunningWorker.corpusAdmin(), "/admin/translations/FOUR", Zips.of(files));

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = RunningWorker.json(response);
        assertThat(problem.get("field").asString()).isEqualTo("body");
        assertThat(problem.get("detail").asString())
                .startsWith("body: 02-JUD.usfm, line 4, \\f: not closed");
        assertThat(texts("FOUR")).containsExactly("kept 1, first", "kept 1, second");
        assertThat(state("FOUR").get("status").asString()).isEqualTo("published");
    }

    @Test
    void refusesABookThatIsThereTwice() {
        var files =
                Map.of(
                        "a.usfm", Bible.bytes(Bible.book("JUD", 1, "a")),
                        "b.sfm", Bible.bytes(Bible.book("JUD", 1, "b")));

        assertRefused(Zips.of(files), 400, "body: b.sfm, \\id: JUD is there twice");
    }

    @Test
    void refusesWhatIsNoBible() {
        assertRefused(new byte[0], 400, "body: empty");
        assertRefused(Bible.bytes("hello"), 400, "body: the file, line 1, \\id: missing");
        assertRefused(Bible.bytes("\\id GLO\n\\p words"), 400, "body: no verse");
        assertRefused(Zips.of(Map.of("a.txt", new byte[3])), 400, "body: no file named");
        assertRefused(Bible.bytes("PK\3\4 and no more of a zip"), 400, "body: the zip cannot");
    }

    @Test
    void refusesADamagedZip() {
        byte[] zip = Zips.of(Map.of("a.usfm", Bible.bytes(Bible.book("PSA", 150, "word"))));
        zip[zip.length / 2] ^= 0x55;

        assertRefused(zip, 400, "body: a.usfm is damaged");
    }

    @Test
    void refusesZipsThatInflateWithoutEnd() {
        byte[] bomb = Zips.of(Map.of("a.usfm", new byte[40 * 1024 * 1024]));
        assertThat(bomb.length).isLessThan(100_000);
        assertRefused(bomb, 413, "the zip inflates to more");

        var many = new HashMap<String, byte[]>();
        IntStream.range(0, 2_001).forEach(i -> many.put(i + ".usfm", new byte[1]));
        assertRefused(Zips.of(many), 413, "the zip has more than 2000 entries");
    }

    @Test
    void refusesMoreThanSixtyFourMegabytes() {
        long length = Upload.LARGEST + 1;
        var streamed = BodyPublishers.ofInputStream(() -> new Zeros(length));

        var response = worker.put(RunningWorker.corpusAdmin(), "/admin/translations/BIG", streamed);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(RunningWorker.json(response).get("type").asString())
                .isEqualTo("urn:berea:problem:too-large");
    }

    @Test
    void refusesCallersWithoutTheScope() {
        var user = RunningWorker.user("alice");
        byte[] book = Bible.bytes(Bible.book("JUD", 1, "a"));

        assertThat(worker.put(user, "/admin/translations/FIVE", book).statusCode()).isEqualTo(403);
        assertThat(worker.get(user, "/admin/translations/FIVE").statusCode()).isEqualTo(403);
        assertThat(worker.getWithoutToken("/admin/translations/FIVE").statusCode()).isEqualTo(401);
        assertThat(state404("FIVE").statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        byte[] book = Bible.bytes(Bible.book("JUD", 1, "a"));

        for (var wrong :
                Map.of(
                                "bst",
                                "code",
                                "XREF",
                                "code",
                                "SIX?name=",
                                "name",
                                "SIX?licence=%00",
                                "licence")
                        .entrySet()) {
            var response =
                    worker.put(
                            RunningWorker.corpusAdmin(),
                            "/admin/translations/" + wrong.getKey(),
                            book);
            assertThat(response.statusCode()).as(wrong.getKey()).isEqualTo(400);
            assertThat(RunningWorker.json(response).get("field").asString())
                    .isEqualTo(wrong.getValue());
        }
    }

    @Test
    void goesOnFromTheLastChapterThatWasNotedAsPublished() {
        put("SEVEN", Bible.book("PSA", 120, "word"));
        awaitPublished("SEVEN");
        String id = state("SEVEN").get("importId").asString();

        // As after a death between two batches: the note says 50, nobody knows of the others.
        servers.jdbc().sql("update import_run set published = 50 where id = ?").param(id).update();
        awaitPublished("SEVEN");

        List<Integer> sequences =
                published("SEVEN").stream().map(PassageImported::sequence).toList();
        assertThat(sequences).hasSize(120 + 70).containsAll(numbers(120));
    }

    private HttpResponse<String> put(String codeAndQuery, String usfm) {
        var response =
                worker.put(
                        RunningWorker.corpusAdmin(),
                        "/admin/translations/" + codeAndQuery,
                        Bible.bytes(usfm));
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 202);
        return response;
    }

    private JsonNode state(String code) {
        return RunningWorker.json(state404(code));
    }

    private HttpResponse<String> state404(String code) {
        return worker.get(RunningWorker.corpusAdmin(), "/admin/translations/" + code);
    }

    private void awaitPublished(String code) {
        await().atMost(SOON).until(() -> state(code).get("status").asString().equals("published"));
    }

    private List<PassageImported> published(String code) {
        return events.all(Topics.PASSAGES).stream()
                .map(message -> JsonMapper.shared().readValue(message.value(), PassagesEvent.class))
                .filter(PassageImported.class::isInstance)
                .map(PassageImported.class::cast)
                .filter(event -> event.translation().code().equals(code))
                .sorted(Comparator.comparing(PassageImported::sequence))
                .toList();
    }

    private List<String> texts(String code) {
        return servers.jdbc()
                .sql(
                        """
                        select text from verse join translation using (import_id)
                        where code = ? order by sequence, position
                        """)
                .param(code)
                .query(String.class)
                .list();
    }

    private void assertRefused(byte[] body, int status, String detail) {
        var response = worker.put(RunningWorker.corpusAdmin(), "/admin/translations/BAD", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(RunningWorker.json(response).get("detail").asString()).startsWith(detail);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** Sends so many zeros without saying beforehand how many. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            left -= count;
            return count;
        }
    }
}
