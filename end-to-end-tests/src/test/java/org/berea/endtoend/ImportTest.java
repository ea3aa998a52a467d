package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.localstack.stack.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A whole Bible comes in, whoever dies meanwhile. Made for the test; where BEREA_TEST_CORPUS names
 * a folder with the World English Bible, that one. Each test goes on from what the one before left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(1_500)
class ImportTest {
    private static final String WORLD_ENGLISH_BIBLE = "engwebu_usfm_2025-10-04.zip";
    private static final String PATH = "/admin/translations/BIG";
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration SOON = Duration.ofMinutes(3);

    private final String corpus = System.getenv("BEREA_TEST_CORPUS");
    private Path folder;
    private Path zip;
    private int verses;
    private Suite suite;
    private Client alice;
    private String model;

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path files) {
        folder = files;
        zip =
                corpus == null
                        ? MadeBible.write(files.resolve("made.zip"))
                        : Path.of(corpus, WORLD_ENGLISH_BIBLE);
        verses = corpus == null ? MadeBible.VERSES : 38_029;
        suite = Suite.start(data, Map.of());
        alice = new Client(suite.address(), suite.token("--tier", "pro"));
        model = modelLabel();
        // The sample has gaps too, at first.
        Await.until("the sample has vectors", SOON, () -> !hasGaps());
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    @Order(1)
    void aBibleIsWholeAlthoughWorkerSearchAndEmbeddingDieMeanwhile() throws Exception {
        Instant begun = Instant.now();
        HttpResponse<String> accepted = put(zip);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

        kill("postprocess-worker");
        Await.until("search has some of it", SOON, this::hasGaps);
        kill("search-service");
        Await.until("embedding has more to do", SOON, this::hasGaps);
        kill("embedding-service");

        Await.until("its text is searchable", LONG, () -> searchable() == verses);
        tell("searchable", begun);
        Await.until("all verses have vectors", LONG, () -> !hasGaps());
        tell("complete", begun);
        JsonNode state = state();
        assertThat(state.get("status").asString()).isEqualTo("published");
        assertThat(state.get("verses").asInt()).isEqualTo(verses);
        assertThat(state.get("published").asInt()).isEqualTo(state.get("total").asInt());
        assertThat(searchable()).isEqualTo(verses);
        Answer answer = ask();
        assertThat(answer.degraded()).containsOnly("extractive");
        assertThat(answer.sourceVerses()).contains("GEN.1.1");
    }

    @Test
    @Order(2)
    void theSameAgainChangesNothing() {
        String id = state().get("importId").asString();

        String said = suite.command("import", zip.toString(), "--translation", "BIG");

        assertThat(said).contains("was loaded already").contains(verses + " verses");
        assertThat(state().get("importId").asString()).isEqualTo(id);
    }

    @Test
    @Order(3)
    void aSpoiltCopyIsRefusedAndTheOldTextServes() {
        Path spoilt = MadeBible.spoilt(zip, "LUK" + suffix(), folder.resolve("spoilt.zip"));
        JsonNode before = state();

        Suite.Result result = suite.run("import", spoilt.toString(), "--translation", "BIG");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .containsPattern("LUK" + suffix() + ", line \\d+, \\\\f: not closed");
        assertThat(state()).isEqualTo(before);
        assertThat(searchable()).isEqualTo(verses);
        assertThat(ask().sourceVerses()).contains("GEN.1.1");
    }

    private String suffix() {
        return corpus == null ? ".usfm" : "engwebu.usfm";
    }

    private Answer ask() {
        Answer answer =
                alice.ask(Map.of("prompt", "What does Genesis 1:1 say?", "translation", "BIG"));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> put(Path file) throws FileNotFoundException {
        return Client.send(
                admin().request(PATH).PUT(HttpRequest.BodyPublishers.ofFile(file)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode state() {
        return admin().json(PATH);
    }

    private Client admin() {
        return new Client(suite.address(), suite.token("--admin"));
    }

    private int searchable() {
        Await.sleep(Duration.ofMillis(200));
        for (JsonNode translation : alice.json("/ai/translations").get("translations")) {
            if (translation.get("code").asString().equals("BIG")) {
                return translation.get("verses").asInt();
            }
        }
        return 0;
    }

    /** Whether search holds text without vectors of the model that embeds questions. */
    private boolean hasGaps() {
        Await.sleep(Duration.ofMillis(200));
        String gaps = suite.addressOf("search-service") + "/internal/vectors/gaps?limit=1&model=";
        HttpResponse<String> answer =
                Client.send(
                        HttpRequest.newBuilder(URI.create(gaps + model))
                                .timeout(Duration.ofSeconds(20))
                                .header(CallerTokens.HEADER, serviceToken())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return !Client.JSON.readTree(answer.body()).get("chapters").isEmpty();
    }

    private String modelLabel() {
        HttpResponse<String> embedded = alice.post("/ai/embeddings", "{\"input\":\"hope\"}");
        assertThat(embedded.statusCode()).isEqualTo(200);
        JsonNode answer = Client.JSON.readTree(embedded.body());
        return answer.get("model").asString() + "@" + answer.get("version").asString();
    }

    private String serviceToken() {
        byte[] key = new DataFolder(suite.data()).keys().callerKey();
        return new CallerTokens(key, "embedding-service", Clock.systemUTC())
                .mint(Caller.service("embedding-service"));
    }

    private void kill(String name) {
        Child child = suite.child(name);
        child.kill();
        Await.until(
                name + " is another process",
                SOON,
                () -> suite.child(name).pid() != child.pid() && suite.child(name).isAlive());
    }

    private void tell(String what, Instant begun) {
        System.out.printf(
                "%d verses, three services killed: %s after %d s%n",
                verses, what, Duration.between(begun, Instant.now()).toSeconds());
    }
}
