package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnswersTest {
    private static final String QUESTION = "What does Romans 8:28 mean in context?";
    private static SimulatorServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = SimulatorServer.start(0, "simulator.pace=5000", "simulator.first-token-ms=0");
        client = new Client(server.baseUrl());
    }

    @AfterEach
    void reset() {
        server.reset();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void streamsFramesExactlyAsOpenAiDoes() {
        HttpResponse<String> response =
                client.chat(
                        Client.body(
                                QUESTION,
                                ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/event-stream;charset=utf-8");
        assertThat(response.body()).endsWith("\n\ndata: [DONE]\n\n");
        assertThat(response.body().split("\n\n")).allMatch(frame -> frame.startsWith("data: "));
        List<JsonNode> chunks = Client.chunks(response.body()).toList();
        assertThat(chunks.getFirst().at("/choices/0/delta").toString())
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"\"}");
        JsonNode finish = chunks.get(chunks.size() - 2);
        assertThat(finish.at("/choices/0").toString())
                .isEqualTo(
                        "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}");
        assertThat(chunks.getLast().at("/choices").toString()).isEqualTo("[]");
        JsonNode usage = chunks.getLast().get("usage");
        assertThat(usage.get("completion_tokens").asInt()).isEqualTo(chunks.size() - 3);
        assertThat(usage.get("total_tokens").asInt())
                .isEqualTo(
                        usage.get("prompt_tokens").asInt()
                                + usage.get("completion_tokens").asInt());
        assertThat(chunks)
                .extracting(chunk -> chunk.get("id"))
                .containsOnly(chunks.get(0).get("id"));
    }

    @Test
    void tellsNoUsageInAStreamThatDidNotAskForIt() {
        var response = client.chat(Client.body(QUESTION, ",\"stream\":true"));

        assertThat(Client.chunks(response.body())).allMatch(chunk -> chunk.get("usage").isNull());
    }

    @Test
    void answersTheSameTextWholeAndStreamed() {
        HttpResponse<String> whole = client.chat(Client.body(QUESTION, ""));

        assertThat(Client.answer(whole)).isEqualTo(client.streamedText(QUESTION));
        JsonNode body = Client.JSON.readTree(whole.body());
        assertThat(body.get("object").asString()).isEqualTo("chat.completion");
        assertThat(body.at("/usage/completion_tokens").asInt()).isGreaterThan(40);
    }

    @Test
    void quotesAndCitesTheVersesOfThePrompt() {
        assertThat(client.streamedText(QUESTION))
                .contains(
                        "\"And we know that all things work together for good for those who love\"")
                .contains("(Romans 8:28)", "(Romans 8:29)")
                .doesNotContain("8:30");
    }

    @Test
    void citesNothingWithoutVerses() {
        var response = client.chat(Client.body(List.of("user", QUESTION), ""));

        assertThat(Client.answer(response))
                .contains("general answer")
                .doesNotContainPattern("\\d")
                .doesNotContain("\"");
    }

    @Test
    void endsAtTheOutputLimit() {
        String stream = ",\"stream\":true,\"max_tokens\":7";
        List<JsonNode> chunks =
                Client.chunks(client.chat(Client.body(QUESTION, stream)).body()).toList();
        var whole = client.chat(Client.body(QUESTION, ",\"max_completion_tokens\":7"));

        assertThat(chunks.getLast().at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(chunks).hasSize(9);
        JsonNode body = Client.JSON.readTree(whole.body());
        assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("length");
        assertThat(body.at("/usage/completion_tokens").asInt()).isEqualTo(7);
    }

    @Test
    void endsAtAStopSequence() {
        var response = client.chat(Client.body(QUESTION, ",\"stop\":\"stands\""));

        assertThat(Client.answer(response)).isEqualTo("At the heart of this ");
    }

    @Test
    void keepsToThePaceAndTheTimeToTheFirstToken() {
        long start = System.nanoTime();
        var response =
                client.open(
                        Client.body(
                                QUESTION + "[[simulate: pace=50 firstTokenMs=400]]",
                                ",\"stream\":true,\"max_tokens\":26"));
        long headers = millisecondsSince(start);
        try (Stream<String> lines = response.body()) {
            var iterator = lines.iterator();
            iterator.next();
            long first = millisecondsSince(start);
            iterator.forEachRemaining(line -> {});
            long all = millisecondsSince(start);

            assertThat(headers).isLessThan(350);
            assertThat(first).isBetween(400L, 800L);
            assertThat(all).isBetween(900L, 1500L);
        }
    }

    @Test
    void reportsMoreThanItProducedWhenToldTo() {
        var response =
                client.chat(
                        Client.body(
                                QUESTION
                                        + "[[simulate: text=\"Two words\" reasoningTokens=500"
                                        + " promptTokens=9000]]",
                                ""));
        JsonNode usage = Client.JSON.readTree(response.body()).get("usage");

        assertThat(usage.toString())
                .isEqualTo(
                        "{\"prompt_tokens\":9000,\"completion_tokens\":502,\"total_tokens\":9502,"
                                + "\"completion_tokens_details\":{\"reasoning_tokens\":500}}");
    }

    @Test
    void continuesWithWhatWasNotSaidYet() {
        String whole = client.streamedText(QUESTION);
        String said = whole.substring(0, whole.indexOf("The verse"));
        var response =
                client.chat(
                        Client.body(
                                List.of(
                                        "system",
                                        Client.VERSES,
                                        "user",
                                        QUESTION + "[[simulate: fault=server-error]]",
                                        "assistant",
                                        said,
                                        "user",
                                        "Continue your answer from there."),
                                ""));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.answer(response)).doesNotContain("8:28").contains("(Romans 8:29)");
    }

    @Test
    void fitsAStructuredAnswerIntoTheSchema() {
        String schema =
                """
                ,"response_format":{"type":"json_schema","json_schema":{"name":"study","schema":
                {"type":"object","required":["title","points","level"],"properties":{
                "title":{"type":"string","maxLength":20},
                "points":{"type":"array","minItems":3,"items":{"$ref":"#/$defs/point"}},
                "level":{"enum":["easy","hard"]}},
                "$defs":{"point":{"type":"object","properties":{
                "reference":{"type":"string"},"weight":{"type":"integer","minimum":4}}}}}}}""";
        JsonNode answer =
                Client.JSON.readTree(Client.answer(client.chat(Client.body(QUESTION, schema))));

        assertThat(answer.get("title").asString()).hasSizeLessThanOrEqualTo(20);
        assertThat(answer.get("level").asString()).isEqualTo("easy");
        assertThat(answer.get("points")).hasSize(3);
        assertThat(answer.at("/points/0").toString())
                .isEqualTo("{\"reference\":\"Romans 8:28\",\"weight\":4}");
    }

    @Test
    void findsTheSchemaThatOnlyThePromptSpellsOut() {
        String prompt =
                QUESTION
                        + " Answer {in JSON} that fits {\"type\":\"object\",\"properties\":"
                        + "{\"answer\":{\"type\":\"string\"}}}.";

        assertThat(Client.JSON.readTree(client.streamedText(prompt)).get("answer").asString())
                .contains("(Romans 8:28)");
    }

    @Test
    void listsModels() {
        assertThat(client.get("/v1/models").at("/data/0/id").asString()).isEqualTo("sim-small");
        assertThat(client.get("/health").toString()).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void refusesWhatOpenAiRefusesInItsShape() {
        assertThat(param("{\"model\":\"m\",\"messages\":[]}")).isEqualTo("messages");
        assertThat(param("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isEqualTo("model");
        assertThat(param(Client.body(QUESTION, ",\"n\":2"))).isEqualTo("n");
        assertThat(param(Client.body(QUESTION, ",\"max_tokens\":0"))).isEqualTo("max_tokens");
        assertThat(param(Client.body(QUESTION, ",\"stream\":[]"))).isEqualTo("stream");
        assertThat(param("{\"model\":")).isEqualTo("null");
        assertThat(client.send("GET", "/v1/chat/completions", "").statusCode()).isEqualTo(405);
        assertThat(client.send("GET", "/v2", "").statusCode()).isEqualTo(404);
    }

    @Test
    void acceptsContentInParts() {
        String parts =
                "[{\"type\":\"text\",\"text\":\"Hello\"},{\"type\":\"text\",\"text\":\"there\"}]";
        client.chat(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + parts + "}]}");

        assertThat(server.journal().getLast().messages().getFirst().content())
                .isEqualTo("Hello\nthere");
    }

    private static String param(String body) {
        var response = client.chat(body);
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = Client.JSON.readTree(response.body()).get("error");
        assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
        return error.get("param").asString("null");
    }

    private static long millisecondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
