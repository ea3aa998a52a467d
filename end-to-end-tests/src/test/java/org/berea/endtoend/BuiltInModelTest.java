package org.berea.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The suite as a stranger finds it: no key, no settings, the sample and the built-in model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltInModelTest {
    private static final String ROMANS = "What does Romans 8:28 mean in context?";

    private Suite suite;
    private Client alice;

    @BeforeAll
    void start(@TempDir Path data) {
        suite = Suite.start(data, Map.of());
        alice = new Client(suite.address(), suite.token("--tier", "pro"));
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void aQuestionIsAnsweredFromTheVersesItNames() {
        Answer answer = alice.ask(ROMANS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events().getFirst().name()).isEqualTo("start");
        assertThat(answer.events().get(1).name()).isEqualTo("sources");
        assertThat(answer.sourceVerses()).contains("ROM.8.27", "ROM.8.28", "ROM.8.29");
        assertThat(answer.text()).contains("(Romans 8:28)").contains("work together");
        assertThat(answer.named("citation").map(event -> event.json().get("ref").asString()))
                .contains("ROM.8.28");
        assertThat(answer.named("usage")).hasSize(1);
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void theCurlThatIsPrintedAtTheStartWorks() throws Exception {
        Matcher printed = Pattern.compile("(?m)^\\s*(curl -N .*)$").matcher(suite.output());
        assertThat(printed.find()).isTrue();
        assumeThat(Path.of("/usr/bin/curl")).exists();
        String line = printed.group(1).replaceAll("\\$\\(\\./berea token[^)]*\\)", suite.token());

        Process curl = new ProcessBuilder("bash", "-c", line + " -s -m 30").start();
        String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(out)
                .contains("event: sources")
                .contains("ROM.8.28")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void askPrintsTheAnswerAndItsSourcesAndOneBodyWithJson() {
        assertThat(suite.command("ask", ROMANS)).contains("(Romans 8:28)").contains("Sources");

        JsonNode body = Client.JSON.readTree(suite.command("ask", ROMANS, "--json"));
        assertThat(body.get("answer").asString()).contains("(Romans 8:28)");
        assertThat(body.get("passages").size()).isPositive();
    }

    @Test
    void sayingThatNothingFitsIsAnAnswerToo() {
        Answer answer = alice.ask("How do I replace the clutch plate of a tractor engine?");

        assertThat(answer.sourceVerses()).isEmpty();
        assertThat(answer.text()).contains("no sources");
        assertThat(answer.named("citation")).isEmpty();
        assertThat(answer.isDone()).isTrue();
    }

    @Test
    void whatWasAskedIsInTheHistorySoonAndInNobodyElses() {
        Answer answer = alice.ask("What does John 3:16 say?");

        Await.until(
                "the history has it",
                Duration.ofSeconds(10),
                () -> historyOf(alice).contains(answer.id()));
        Client bob = new Client(suite.address(), suite.token("--user", "bob"));
        assertThat(historyOf(bob)).doesNotContain(answer.id());
    }

    @Test
    void oneTraceRunsFromTheGatewayToTheRecord() throws IOException {
        Answer answer = alice.ask("What does Ephesians 2:8 say?");
        var records = new Records(suite);

        Await.until(
                "both rows are there",
                Duration.ofSeconds(10),
                () ->
                        records.of(answer.id(), "usage_ledger", "state").isPresent()
                                && records.of(answer.id(), "audit_log", "trace_id").isPresent());

        assertThat(records.of(answer.id(), "usage_ledger", "state")).contains("finished");
        String trace = records.of(answer.id(), "audit_log", "trace_id").orElseThrow();
        assertThat(Files.readString(suite.data().resolve("logs/gateway-service.log")))
                .contains(trace);
    }

    @Test
    void theLoadedTranslationAndTheOwnQuotaCanBeSeen() {
        JsonNode translations = alice.json("/ai/translations").get("translations");
        assertThat(translations.get(0).get("code").asString()).isEqualTo("BST");
        assertThat(translations.get(0).get("verses").asInt()).isEqualTo(384);

        JsonNode quota = alice.json("/ai/quota");
        assertThat(quota.at("/day/limit").asLong()).isPositive();
        assertThat(quota.at("/rate/left").asInt()).isPositive();
    }

    @Test
    void badInputIsNamed() {
        assertRefused("{\"prompt\":\"\"}", "prompt");
        assertRefused("{\"prompt\":\"x\",\"colour\":\"red\"}", "colour");
        assertRefused("{\"prompt\":\"x\",\"task\":\"poem\"}", "task");
        assertRefused("{\"prompt\":\"x\",\"translation\":\"XYZ\"}", "translation");
        assertRefused("{\"prompt\":7}", "prompt");
        assertRefused("{\"prompt\":", "body");
    }

    @Test
    void aMegabyteIsTooMuch() {
        HttpResponse<String> answer =
                alice.post("/ai/completions", "{\"prompt\":\"" + "x".repeat(1_000_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:berea:problem:too-large");
    }

    @Test
    void nobodyGetsInWithoutAGoodToken() throws IOException {
        for (String token : Forgeries.of(suite.data(), suite.token())) {
            assertThat(new Client(suite.address(), token).get("/ai/quota").statusCode())
                    .as(token)
                    .isEqualTo(401);
        }
    }

    @Test
    void innerServicesBelieveNobodyWithoutACallerToken() {
        for (String service :
                new String[] {
                    "inference-service",
                    "embedding-service",
                    "moderation-service",
                    "search-service",
                    "postprocess-worker"
                }) {
            var direct = new Client(suite.addressOf(service), suite.token());
            assertThat(direct.get("/ai/history").statusCode()).as(service).isEqualTo(401);
        }
    }

    @Test
    void aClientCannotHaveOurHeaderTakenAway() throws IOException {
        String answer =
                RawRequest.get(suite.address(), "/ai/history")
                        .header("Authorization", "Bearer " + suite.token())
                        .header("Connection", "close, X-Berea-Caller")
                        .send();

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void aUserCannotImport() {
        assertThat(alice.get("/admin/translations/BST").statusCode()).isEqualTo(403);
    }

    @Test
    void anImportedBookIsSearchableAndAnswersCiteIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("jude.usfm"), Jude.USFM);

        suite.command("import", file.toString(), "--translation", "TST", "--name", "Test Text");
        Await.until(
                "TST is loaded",
                Duration.ofSeconds(30),
                () -> alice.get("/ai/translations").body().contains("TST"));
        Answer answer = alice.ask(Map.of("prompt", "What does Jude 2 say?", "translation", "TST"));

        assertThat(answer.text()).contains("marmalade").contains("(Jude 2)");
    }

    @Test
    void metricsOfTheAnswersAreThere() throws IOException {
        alice.ask(ROMANS);
        var management = new Client(suite.managementOf("inference-service"), "none");

        assertThat(management.get("/actuator/prometheus").body())
                .contains("berea_answers_total{outcome=\"finished\"")
                .contains("berea_answers_degraded_total")
                .contains("berea_budget_limit_microdollars");
    }

    private void assertRefused(String body, String field) {
        HttpResponse<String> answer = alice.post("/ai/completions", body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        JsonNode problem = Client.JSON.readTree(answer.body());
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("detail").asString()).startsWith(field + ": ");
    }

    private static String historyOf(Client client) {
        return client.get("/ai/history").body();
    }
}
