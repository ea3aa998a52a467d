package org.berea.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.berea.simulator.journal.JournalEntry;
import org.berea.simulator.journal.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class FaultsTest {
    private static final String STREAM = ",\"stream\":true";
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";
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
    void rateLimitsWithARetryHint() {
        var response = client.chat(asking("fault=rate-limited retryAfter=3", STREAM));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("3");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .startsWith("{\"error\":{\"message\":\"Rate limit reached")
                .contains("\"code\":\"rate_limit_exceeded\"");
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void failsWithTheStatusThatIsWanted() {
        assertThat(client.chat(asking("fault=server-error", STREAM)).statusCode()).isEqualTo(500);
        var response = client.chat(asking("fault=server-error status=503", ""));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("\"type\":\"server_error\"");
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void refusesWithoutAByteOfAnAnswer() throws IOException {
        for (String mode : List.of(STREAM, "")) {
            try (var call = call("fault=refused", mode)) {
                assertThatExceptionOfType(SocketException.class)
                        .isThrownBy(call::readAll)
                        .withMessageContaining("reset");
            }
            assertThat(server.journal().getLast().producedTokens()).isZero();
            assertThat(outcome()).isEqualTo(Outcome.FAULTED);
        }
    }

    @Test
    void stallsInMidStreamWithTheConnectionOpen() throws IOException {
        try (var call = call("fault=stall after=5 text=\"a b c d e f g\"", STREAM)) {
            call.readUntil("\"content\":\" e\"");
            call.readUntil("\r\n");
            assertThat(call.isSilentFor(400)).isTrue();
            assertThat(outcome()).isEqualTo(Outcome.RUNNING);
        }
        assertThat(server.journal().getLast().producedText()).isEqualTo("a b c d e");
    }

    @Test
    void stallsBeforeTheFirstTokenAfterTheHeaders() throws IOException {
        try (var call = call("fault=stall after=0", STREAM)) {
            assertThat(call.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
            assertThat(call.isSilentFor(300)).isTrue();
        }
    }

    @Test
    void cutsInMidStreamWithoutTheEndOfTheBody() throws IOException {
        for (String pace : List.of("gapMs=0", "pace=200")) {
            try (var call = call("fault=cut after=3 text=\"a b c d e\" " + pace, STREAM)) {
                assertThat(call.readAll())
                        .contains("\"content\":\" c\"")
                        .doesNotContain("\"content\":\" d\"", "[DONE]", END_OF_CHUNKS);
            }
            assertThat(outcome()).isEqualTo(Outcome.FAULTED);
            assertThat(server.journal().getLast().producedText()).isEqualTo("a b c");
        }
    }

    @Test
    void resetsInMidStream() throws IOException {
        try (var call = call("fault=reset after=3 pace=50 text=\"a b c d e\"", STREAM)) {
            call.readUntil("\"content\":\"a\"");
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(call::readAll)
                    .withMessageContaining("reset");
        }
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void cutsAWholeAnswerInTheMiddleOfItsBody() throws IOException {
        try (var call = call("fault=cut after=3", "")) {
            String all = call.readAll();
            int head = all.indexOf("\r\n\r\n") + 4;
            int promised =
                    Integer.parseInt(all.replaceFirst("(?is).*content-length: (\\d+).*", "$1"));
            assertThat(all.length() - head).isEqualTo(promised / 2);
        }
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void endsInOrderWithoutFinishReason() throws IOException {
        String body = client.chat(asking("fault=unfinished after=4", STREAM)).body();

        assertThat(body).doesNotContain("[DONE]", "\"finish_reason\":\"stop\"");
        assertThat(Client.chunks(body)).hasSize(5);
        assertThat(outcome()).isEqualTo(Outcome.FAULTED);
    }

    @Test
    void breaksOneChunkAndGoesOn() {
        String body = client.chat(asking("fault=broken-chunk after=2", STREAM)).body();
        List<String> frames = body.lines().filter(line -> line.startsWith("data: {")).toList();

        assertThat(frames.get(2)).endsWith("}");
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Client.JSON.readTree(frames.get(3).substring(6)));
        assertThat(frames.get(4)).endsWith("}");
        assertThat(body).endsWith("data: [DONE]\n\n");
    }

    @Test
    void breaksTheBodyOfAWholeAnswer() {
        for (String fault : List.of("broken-chunk", "unfinished")) {
            String body = client.chat(asking("fault=" + fault, "")).body();
            assertThatExceptionOfType(JacksonException.class)
                    .isThrownBy(() -> Client.JSON.readTree(body));
        }
    }

    @Test
    void breaksTheJsonOfAStructuredAnswer() {
        String format = ",\"response_format\":{\"type\":\"json_object\"}";
        String good = Client.answer(client.chat(asking("pace=5000", format)));
        String broken = Client.answer(client.chat(asking("fault=broken-json", format)));
        String unfit = Client.answer(client.chat(asking("fault=unfit-json", format)));

        assertThat(Client.JSON.readTree(good).get("answer").asString()).contains("(Romans 8:28)");
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Client.JSON.readTree(broken));
        assertThat(Client.JSON.readTree(unfit).has("answer")).isFalse();
    }

    @Test
    void inventsACitationAmongGoodSentences() {
        assertThat(answer("fault=invented-citation"))
                .contains("\" (Romans 8:28). ", "(Romans 8:99).", "(Romans 8:29).");
        assertThat(answer("fault=invented-citation sentence=1"))
                .contains("\" (Romans 8:99). ")
                .doesNotContain("(Romans 8:28)");
        assertThat(answer("fault=invented-citation citation=\"John 3:16\""))
                .contains("(John 3:16)");
        var bare = Client.body(List.of("user", "Hm? [[simulate: fault=invented-citation]]"), "");
        assertThat(Client.answer(client.chat(bare))).contains("purpose (Hezekiah 3:16).");
    }

    @Test
    void altersOneWordOfAQuotation() {
        String good = answer("pace=5000");
        String altered = answer("fault=altered-quotation sentence=1");

        String verse = "And we know that all things work together for good for those who love";
        assertThat(good).contains(verse);
        assertThat(altered).contains(verse.replace("together", "mountains")).doesNotContain(verse);
        assertThat(altered).contains("(Romans 8:28)");
        var bare = Client.body(List.of("user", "Hm? [[simulate: fault=altered-quotation]]"), "");
        assertThat(Client.answer(client.chat(bare))).contains("created the mountains");
    }

    @Test
    void neverEndsWhateverTheLimit() throws IOException {
        String limited = STREAM + ",\"max_tokens\":3";
        try (var call = call("fault=endless text=\"round and round\" pace=2000", limited)) {
            for (int round = 0; round < 200; round++) {
                call.readUntil("\"content\":\" and\"");
            }
        }
        JournalEntry entry = ended(server.journal().getLast().number());
        assertThat(entry.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(entry.producedTokens()).isGreaterThan(600);
        assertThat(entry.producedText()).startsWith("round and round round");
    }

    @Test
    void holdsBackTheHeaders() throws IOException {
        long start = System.nanoTime();
        var response = client.chat(asking("headersMs=400 fault=server-error", STREAM));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(400).toNanos());
        try (var call = call("headersMs=1000", STREAM)) {
            assertThat(call.isSilentFor(300)).isTrue();
            assertThat(call.readUntil("\r\n")).isEqualTo("HTTP/1.1 200 OK\r\n");
        }
    }

    private static RawCall call(String directive, String more) throws IOException {
        return new RawCall(server.baseUrl(), asking(directive, more));
    }

    private static String asking(String directive, String more) {
        return Client.body("What does Romans 8:28 mean? [[simulate: " + directive + "]]", more);
    }

    private static String answer(String directive) {
        String answer = Client.answer(client.chat(asking(directive, "")));
        assertThat(Pattern.compile("[.] ").splitAsStream(answer)).hasSizeGreaterThan(3);
        return answer;
    }

    private static Outcome outcome() {
        return server.journal().getLast().outcome();
    }

    private static JournalEntry ended(long number) {
        return CancellationTest.ended(server, number);
    }
}
