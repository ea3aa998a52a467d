package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.berea.contracts.caller.CallerTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@ExtendWith(Running.class)
final class ForwardingTest {
    private static final long AT_ONCE_MILLIS = 100;

    private final Upstream upstream;
    private final Gateway gateway;

    ForwardingTest(Running.Suite suite) {
        this.upstream = suite.upstream();
        this.gateway = suite.gateway();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /ai/completions",
        "DELETE, /ai/completions/cmp_1",
        "GET, /ai/translations",
        "GET, /ai/search?q=Who%20is%20my%20shepherd%3F&book=1%20Cor&translation=BST",
        "GET, /ai/passages/Romans%208:28%E2%80%9330?context=2",
        "GET, /ai/passages/Jn%203.16",
        "GET, /ai/passages/ROM.8.28-29",
        "POST, /ai/embeddings",
        "POST, /ai/moderations",
        "GET, /ai/history?before=x",
        "GET, /admin/translations/KJV",
        "PUT, /admin/translations/KJV",
        "GET, /admin/cross-references",
        "PUT, /admin/cross-references",
        "GET, /admin/reviews?kind=flagged&limit=5",
        "GET, /admin/dead-letters",
        "POST, /admin/dead-letters/audit",
    })
    void forwardsWhatIsOnTheList(String method, String path) throws Exception {
        String test = "list-" + method + path;
        var answer =
                gateway.send(
                        gateway.request(path)
                                .header("Authorization", "Bearer " + admin())
                                .header(Upstream.TEST, test)
                                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).isEqualTo("{\"ok\":true}");
        assertThat(upstream.seen(test).method()).isEqualTo(method);
        assertThat(upstream.seen(test).uri()).isEqualTo(path);
        assertThat(upstream.seen(test).bytes()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /ai/completions, 404",
        "PUT, /ai/completions, 404",
        "GET, /ai/completions/cmp_1, 404",
        "POST, /ai/completions/cmp_1, 404",
        "GET, /ai/completions/cmp_1/more, 404",
        "POST, /ai/translations, 404",
        "HEAD, /ai/translations, 404",
        "POST, /ai/search, 404",
        "GET, /ai/passages, 404",
        "GET, /ai/passages/ROM.8.28/more, 404",
        "PUT, /ai/passages/ROM.8.28, 404",
        "GET, /internal/vectors/gaps, 404",
        "OPTIONS, /ai/translations, 404",
        "GET, /ai/embeddings, 404",
        "GET, /ai/moderations, 404",
        "POST, /ai/history, 404",
        "DELETE, /admin/translations/KJV, 404",
        "GET, /admin/translations, 404",
        "POST, /admin/reviews, 404",
        "POST, /admin/dead-letters, 404",
        "DELETE, /admin/dead-letters/audit, 404",
        "POST, /internal/search, 404",
        "PUT, /internal/vectors, 404",
        "GET, /actuator/prometheus, 404",
        "POST, /, 405",
        "GET, /web/nothing, 404",
        "POST, /ai/quota, 405",
    })
    void forwardsNothingElse(String method, String path, int status) throws Exception {
        String test = "else-" + method + path;
        var answer =
                gateway.send(
                        gateway.request(path)
                                .header("Authorization", "Bearer " + admin())
                                .header(Upstream.TEST, test)
                                .method(method, BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(upstream.hasSeen(test)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%20", "%E6%84%9B"})
    void forwardsAQuestionOfTheGreatestLengthInTheAddress(String character) throws Exception {
        String path = "/ai/search?q=" + character.repeat(8_000) + "&limit=100&context=0";
        var answer =
                gateway.send(
                        gateway.request(path, "long").header(Upstream.TEST, "long" + character));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(upstream.seen("long" + character).uri()).isEqualTo(path);
    }

    @Test
    void givesEachAnswerAnIdThatNobodyOutsideCanChoose() throws Exception {
        gateway.send(
                gateway.ask("", "spoofer")
                        .header("X-Berea-Caller", "mine")
                        .header("x-berea-completion-id", "cmp_" + "0".repeat(32))
                        .header("X-Berea-Anything", "mine"));
        gateway.send(gateway.ask("", "another"));

        var headers = upstream.seen("spoofer").headers();
        assertThat(headers.getAll("X-Berea-Completion-Id")).hasSize(1);
        assertThat(headers.get("X-Berea-Completion-Id"))
                .matches("cmp_[0-9a-f]{32}")
                .isNotEqualTo("cmp_" + "0".repeat(32))
                .isNotEqualTo(upstream.seen("another").headers().get("X-Berea-Completion-Id"));
        assertThat(headers.getAll("X-Berea-Caller")).hasSize(1);
        assertThat(Gateway.verified(headers.get("X-Berea-Caller")).orElseThrow().subject())
                .isEqualTo("spoofer");
        assertThat(headers.contains("X-Berea-Anything")).isFalse();
    }

    @Test
    void keepsItsOwnHeadersWhateverTheConnectionHeaderNames() throws Exception {
        try (var socket = new RawSocket(gateway.port())) {
            socket.send(
                    """
                    POST /ai/completions HTTP/1.1
                    Host: berea
                    Authorization: Bearer %s
                    X-Test: connection
                    X-Berea-Caller: forged
                    Connection: close, X-Berea-Caller, X-Berea-Completion-Id
                    Content-Length: 2

                    {}"""
                            .formatted(gateway.token("carol", "pro")));

            assertThat(socket.status()).isEqualTo(200);
        }
        var headers = upstream.seen("connection").headers();
        assertThat(Gateway.verified(headers.get(CallerTokens.HEADER)).orElseThrow().subject())
                .isEqualTo("carol");
        assertThat(headers.get("X-Berea-Completion-Id")).startsWith("cmp_");
    }

    @Test
    void leavesOutsideWhatIsNobodysBusinessInside() throws Exception {
        try (var socket = new RawSocket(gateway.port())) {
            socket.send(
                    """
                    GET /ai/translations HTTP/1.1
                    Host: berea
                    Authorization: Bearer %s
                    X-Test: left-outside
                    Cookie: session=1
                    Forwarded: for=10.0.0.1
                    X-Forwarded-For: 10.0.0.1
                    X-Forwarded-Host: elsewhere
                    X-Forwarded-Prefix: /x
                    X-Real-IP: 10.0.0.1
                    X-Original-URL: /admin
                    X-HTTP-Method-Override: DELETE
                    Upgrade: websocket
                    Proxy-Authorization: Basic YTpi
                    User-Agent: test
                    Accept: application/json
                    TE: trailers
                    Keep-Alive: timeout=5
                    Connection: close, Upgrade

                    """
                            .formatted(gateway.token("dora", "pro")));

            assertThat(socket.status()).isEqualTo(200);
            assertThat(socket.rest()).doesNotContainIgnoringCase("x-berea-secret");
        }
        assertThat(upstream.seen("left-outside").headers().names())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "host", "x-test", "user-agent", "accept", "x-berea-caller", "traceparent");
    }

    @Test
    void startsATraceOfItsOwnAndQuotesItInProblems() throws Exception {
        String theirs = "0af7651916cd43dd8448eb211c80319c";
        var answer =
                gateway.send(
                        gateway.ask("?do=hang-up", "tracing")
                                .header("traceparent", "00-" + theirs + "-b7ad6b7169203331-01"));

        String sent = upstream.seen("tracing").headers().get("traceparent");
        assertThat(sent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]").doesNotContain(theirs);
        assertThat(answer.json().path("requestId").asString()).isEqualTo(sent.split("-")[1]);
    }

    @Test
    void protectsBrowsers() throws Exception {
        var plain = gateway.send(gateway.request("/ai/translations", "erin"));
        assertThat(plain.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(plain.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(plain.header("Cache-Control")).contains("no-store");
        assertThat(plain.header("Set-Cookie")).isEmpty();
    }

    @Test
    void passesEachEventBeforeTheNextOneIsWritten() throws Exception {
        try (var client = asking("eve", "?do=stream")) {
            var seen = upstream.seen("eve");
            for (int n = 0; n < 5; n++) {
                seen.stream().tryEmitNext("event " + n).orThrow();
                assertThat(client.lineStarting("data: ")).isEqualTo("data: event " + n);
            }
            seen.stream().tryEmitComplete().orThrow();
            assertThat(client.lineStarting("0")).isEqualTo("0");
        }
    }

    @Test
    void keepsCacheControlOfTheStream() throws Exception {
        try (var client = asking("fay", "?do=stream")) {
            upstream.seen("fay").stream().tryEmitNext("x").orThrow();

            assertThat(client.lineStarting("Cache-Control"))
                    .isEqualTo("Cache-Control: no-cache, no-transform");
            assertThat(client.lineStarting("data: ")).isEqualTo("data: x");
            upstream.seen("fay").stream().tryEmitComplete().orThrow();
        }
    }

    @Test
    void tellsTheServiceAtOnceThatAClientLeftInMidStream() throws Exception {
        assertThat(medianMillisUntilGone("mid-stream", "?do=stream", true))
                .isLessThan(AT_ONCE_MILLIS);
    }

    @Test
    void tellsTheServiceAtOnceThatAClientLeftBeforeTheAnswer() throws Exception {
        assertThat(medianMillisUntilGone("before", "?do=silence", false))
                .isLessThan(AT_ONCE_MILLIS);
    }

    @Test
    void endsAStreamWithAnErrorWhenTheServiceDies() throws Exception {
        var answer = gateway.send(gateway.ask("?do=cut", "greg"));

        assertThat(answer.response().body())
                .startsWith("data: one\n\n")
                .contains("\n\nevent: error\ndata: {\"type\":\"urn:berea:problem:interrupted\"")
                .contains("\"requestId\":\"")
                .endsWith("}\n\n")
                .doesNotContain("[DONE]");
    }

    @Test
    void breaksABodyOffThatTheServiceDidNotFinish() {
        assertThatThrownBy(() -> gateway.send(gateway.ask("?do=half", "holly")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void answers503WhenTheServiceHangsUp() throws Exception {
        var answer = gateway.send(gateway.ask("?do=hang-up", "hank"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    }

    @Test
    void doesNotBlameTheUserWhenAServiceDoesNotTrustTheGateway() throws Exception {
        var answer = gateway.send(gateway.ask("?do=refuse-caller", "ines"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 1024 * 1024, 5 * 1024 * 1024})
    void refusesBodiesThatSayTheyAreTooLarge(int size) throws Exception {
        var answer =
                gateway.send(
                        gateway.request("/ai/completions", "large-" + size)
                                .header(Upstream.TEST, "large-" + size)
                                .POST(BodyPublishers.ofByteArray(new byte[size])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        assertThat(upstream.hasSeen("large-" + size)).isFalse();
    }

    @Test
    void refusesBodiesThatTurnOutTooLarge() throws Exception {
        List<byte[]> parts = new ArrayList<>(Collections.nCopies(64, new byte[16 * 1024]));
        var answer =
                gateway.send(
                        gateway.request("/ai/embeddings", "chunked")
                                .POST(BodyPublishers.ofByteArrays(parts)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void takesBodiesUpToTheLimit() throws Exception {
        var answer =
                gateway.send(
                        gateway.request("/ai/completions", "fits")
                                .header(Upstream.TEST, "fits")
                                .POST(BodyPublishers.ofByteArray(new byte[256 * 1024])));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(upstream.seen("fits").bytes()).hasValue(256 * 1024);
    }

    @Test
    void streamsImportsWhileTheyArrive() throws Exception {
        try (var client = new RawSocket(gateway.port())) {
            client.send(
                    """
                    PUT /admin/translations/KJV HTTP/1.1
                    Host: berea
                    Authorization: Bearer %s
                    X-Test: import
                    Connection: close
                    Transfer-Encoding: chunked

                    5
                    first
                    """
                            .formatted(admin()));
            await(() -> upstream.seen("import").bytes().get() == 5);

            client.send("6\nsecond\n0\n\n");
            assertThat(client.status()).isEqualTo(200);
        }
        assertThat(upstream.seen("import").bytes()).hasValue(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/translations/KJV", "/admin/cross-references"})
    void takesWholeImportsButNothingLarger(String path) throws Exception {
        var whole =
                gateway.send(
                        gateway.request(path)
                                .header("Authorization", "Bearer " + admin())
                                .header(Upstream.TEST, "whole" + path)
                                .PUT(BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024])));
        assertThat(whole.status()).isEqualTo(200);
        assertThat(upstream.seen("whole" + path).bytes()).hasValue(8 * 1024 * 1024);

        try (var client = new RawSocket(gateway.port())) {
            client.send(
                    """
                    PUT %s HTTP/1.1
                    Host: berea
                    Authorization: Bearer %s
                    Content-Length: %d

                    """
                            .formatted(path, admin(), 64 * 1024 * 1024 + 1));
            assertThat(client.status()).isEqualTo(413);
        }
    }

    @Test
    void logsALineForEachRequestWithoutItsSecrets() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger("access");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        String token = gateway.token("logged", "pro");
        gateway.send(
                gateway.request("/ai/translations?secret=1")
                        .header("Authorization", "Bearer " + token));
        await(() -> lines.list.stream().anyMatch(ForwardingTest::isOfTranslations));
        logger.detachAppender(lines);

        assertThat(lines.list)
                .filteredOn(ForwardingTest::isOfTranslations)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .matches("GET /ai/translations 200 complete [0-9]+ ms");
    }

    private static boolean isOfTranslations(ILoggingEvent event) {
        return event.getFormattedMessage().contains("/ai/translations");
    }

    private long medianMillisUntilGone(String name, String query, boolean started)
            throws Exception {
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            times.add(millisUntilGone(name + n, query, started));
        }
        Collections.sort(times);
        return times.get(times.size() / 2);
    }

    private long millisUntilGone(String user, String query, boolean started) throws Exception {
        long left;
        try (var client = asking(user, query)) {
            var seen = upstream.seen(user);
            if (started) {
                seen.stream().tryEmitNext("x").orThrow();
                client.lineStarting("data: ");
            }
            left = System.nanoTime();
        }
        long gone = upstream.seen(user).gone().get(20, TimeUnit.SECONDS);
        return TimeUnit.NANOSECONDS.toMillis(gone - left);
    }

    private RawSocket asking(String user, String query) throws IOException {
        return new RawSocket(gateway.port())
                .send(
                        """
                        POST /ai/completions%s HTTP/1.1
                        Host: berea
                        Authorization: Bearer %s
                        X-Test: %s
                        Accept: text/event-stream
                        Content-Length: 2

                        {}"""
                                .formatted(query, gateway.token(user, "pro"), user));
    }

    /** Another one each time, so that no bucket runs empty. */
    private String admin() {
        return gateway.token("admin-" + UUID.randomUUID(), "pro", "corpus:admin", "quota:admin");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Gateway.LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
