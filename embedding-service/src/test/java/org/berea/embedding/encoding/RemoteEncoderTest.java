package org.berea.embedding.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.berea.chassis.client.Guard;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.embedding.Eventually;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server that answers well, badly, late or not at all. */
class RemoteEncoderTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String SECRET = "sk-very-secret";

    private ModelNeighbour model;
    private RemoteEncoder encoder;

    @BeforeEach
    void start() throws IOException {
        model = ModelNeighbour.start();
        encoder = encoder(settings(model.url(), Duration.ofSeconds(10)));
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void sendsTheTextsOfACallTogetherAndBringsThemBackInOrder() {
        model.behave(
                call ->
                        call.send(
                                200,
                                ModelNeighbour.answer(
                                        List.of(
                                                ModelNeighbour.item(1, List.of(0, 2, 0)),
                                                ModelNeighbour.item(0, List.of(3, 0, 4))))));
        var encodings = passages("light", "darkness");

        assertThat(vector(encodings.get(0))).containsExactly(0.6f, 0, 0.8f);
        assertThat(vector(encodings.get(1))).containsExactly(0, 1, 0);
        assertThat(model.calls()).hasSize(1);
        assertThat(model.calls().getFirst().input())
                .containsExactly("passage: light", "passage: darkness");
        assertThat(model.calls().getFirst().body().get("model").asString()).isEqualTo("far-away");
    }

    @Test
    void putsBeforeEachTextWhatTheModelWants() {
        passages("light");
        encode(Purpose.QUERY, "light");

        assertThat(model.calls().get(0).input()).containsExactly("passage: light");
        assertThat(model.calls().get(1).input()).containsExactly("query: light");
    }

    @Test
    void showsItsKeyToTheModelOnly() {
        passages("light");

        assertThat(
                        model.calls()
                                .getFirst()
                                .exchange()
                                .getRequestHeaders()
                                .getFirst("Authorization"))
                .isEqualTo("Bearer " + SECRET);
        assertThat(settings(model.url(), LONG).toString()).doesNotContain(SECRET);
        assertThat(encoder.identity().label()).doesNotContain(SECRET);
    }

    @Test
    void sharesOutTheTokensThatTheModelCounted() {
        var encodings = passages("light", "For God so loved the world that he gave his Son");
        int first = ((Encoding.Encoded) encodings.get(0)).tokens();
        int second = ((Encoding.Encoded) encodings.get(1)).tokens();

        assertThat(first + second).isEqualTo(60);
        assertThat(second).isGreaterThan(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"index\":0,\"embedding\":[1,2]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,2,3,4]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,NaN,3]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,1e39,3]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[1,null,3]}]}",
                "{\"data\":[{\"index\":0,\"embedding\":[0,0,0]}]}",
                "{\"data\":[{\"index\":7,\"embedding\":[1,2,3]}]}",
                "{\"data\":[{\"index\":0}]}",
                "{\"data\":[null]}",
                "{\"data\":[]}",
                "{\"data\":[{\"embedding\":[1,2,3]},{\"embedding\":[1,2,3]}]}",
                "{}",
                "null",
                "",
                "<html>"
            })
    void believesNoAnswerThatDoesNotFit(String json) {
        model.behave(call -> call.send(200, json));

        assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
    }

    @Test
    void takesNoIndexTwice() {
        model.behave(
                call ->
                        call.send(
                                200,
                                ModelNeighbour.answer(
                                        List.of(
                                                ModelNeighbour.item(0, List.of(0, 2, 0)),
                                                ModelNeighbour.item(0, List.of(3, 0, 4))))));

        assertProblem(ProblemType.UNAVAILABLE, () -> passages("light", "darkness"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500, 502, 503})
    void saysThatTheModelDoesNotAnswer(int status) {
        model.behave(call -> call.send(status, "{\"error\":{\"message\":\"" + SECRET + "\"}}"));

        var problem = assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
        assertThat(problem.getMessage()).doesNotContain(SECRET);
    }

    @Test
    void passesOnHowLongToWaitWhenTheModelIsBusy() {
        model.behave(call -> call.send(429, "{}", "Retry-After", "7"));

        var problem = assertProblem(ProblemType.OVERLOADED, () -> passages("light"));
        assertThat(Duration.between(Instant.now(), problem.problem().resetAt()))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(7));
    }

    @Test
    void waitsForAQuestionNoLongerThanItsLimit() {
        var impatient = encoder(settings(model.url(), Duration.ofMillis(300)));
        model.behave(call -> Thread.sleep(20_000));
        long begin = System.nanoTime();

        assertProblem(
                ProblemType.TIMEOUT,
                () -> impatient.encode(List.of(new Text("light", Purpose.QUERY))).block(LONG));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void failsWhenTheConnectionIsCut() {
        model.behave(
                call -> {
                    call.exchange().getResponseHeaders().add("Content-Type", "application/json");
                    call.exchange().sendResponseHeaders(200, 1_000);
                    call.exchange().getResponseBody().write("{\"data\":[".getBytes("UTF-8"));
                    call.exchange().getResponseBody().flush();
                });

        assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
        assertThat(model.calls()).as("nothing is sent twice").hasSize(1);
    }

    @Test
    void failsWhenNobodyIsThere() {
        model.close();

        assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
    }

    @Test
    void stopsAskingAModelThatFailsAgainAndAgain() throws Exception {
        model.behave(call -> call.send(500, "{}"));
        for (int i = 0; i < 40; i++) {
            assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
        }

        assertThat(model.calls()).hasSizeBetween(10, 20);
        model.behave(ModelNeighbour.Call::embed);
        Eventually.within(LONG, "it is asked again", this::answers);
    }

    @Test
    void tellsTheOneTextThatAModelRefusesFromThoseItTakes() {
        passages("warm up");
        model.behave(
                call -> {
                    if (call.input().contains("passage: nonsense")) {
                        call.send(400, "{}");
                    } else {
                        call.embed();
                    }
                });
        var encodings = passages("light", "nonsense", "darkness");

        assertThat(encodings.get(0)).isInstanceOf(Encoding.Encoded.class);
        assertThat(encodings.get(1)).isInstanceOf(Encoding.Refused.class);
        assertThat(encodings.get(2)).isInstanceOf(Encoding.Encoded.class);
    }

    @Test
    void takesARefusalOfTheVeryFirstTextForAWrongSetting() {
        model.behave(call -> call.send(400, "{\"error\":\"no such model\"}"));

        assertProblem(ProblemType.UNAVAILABLE, () -> passages("light"));
    }

    @Test
    void endsTheCallWhenNobodyWaitsForIt() throws Exception {
        var gone = new CountDownLatch(1);
        model.behave(
                call -> {
                    call.exchange().getResponseHeaders().add("Content-Type", "application/json");
                    call.exchange().sendResponseHeaders(200, 0);
                    try {
                        while (true) {
                            call.exchange()
                                    .getResponseBody()
                                    .write(" ".repeat(1_000).getBytes("UTF-8"));
                            call.exchange().getResponseBody().flush();
                            Thread.sleep(5);
                        }
                    } catch (IOException e) {
                        gone.countDown();
                    }
                });
        var call = encoder.encode(List.of(new Text("light", Purpose.IMPORT))).subscribe();
        Eventually.within(LONG, "the call has come", () -> !model.calls().isEmpty());
        call.dispose();

        assertThat(gone.await(4, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void changesItsLabelWithWhateverChangesTheVectors() {
        String label = encoder.identity().label();

        assertThat(label).matches("far-away@remote-[0-9a-f]{8}");
        assertThat(encoder(settings(model.url(), LONG)).identity().label()).isEqualTo(label);
        assertThat(encoder(settings("http://127.0.0.1:1/v1", LONG)).identity().label())
                .isNotEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "127.0.0.1/v1", "ftp://host/v1", "http://", "http://a b/v1"})
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> settings(url, LONG).checked())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("BEREA_EMBEDDING_URL");
    }

    private boolean answers() {
        try {
            return !passages("light").isEmpty();
        } catch (ProblemException _) {
            return false;
        }
    }

    private List<Encoding> passages(String... texts) {
        return encode(Purpose.IMPORT, texts);
    }

    private List<Encoding> encode(Purpose purpose, String... texts) {
        var list = java.util.Arrays.stream(texts).map(it -> new Text(it, purpose)).toList();
        return encoder.encode(list).blockOptional(LONG).orElseThrow();
    }

    private static float[] vector(Encoding encoding) {
        float[] vector = ((Encoding.Encoded) encoding).vector();
        assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-6));
        return vector;
    }

    private static ProblemException assertProblem(ProblemType type, Runnable call) {
        try {
            call.run();
        } catch (ProblemException e) {
            assertThat(e.problem().type()).isEqualTo(type.uri());
            return e;
        }
        throw new AssertionError("no problem at all");
    }

    private static RemoteEncoder encoder(RemoteSettings settings) {
        return new RemoteEncoder(
                settings,
                new Guard.Factory(
                        CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults()));
    }

    private static RemoteSettings settings(String url, Duration queryLimit) {
        return new RemoteSettings(
                url,
                SECRET,
                "far-away",
                3,
                512,
                "query: ",
                "passage: ",
                4,
                64,
                queryLimit,
                Duration.ofSeconds(10),
                Duration.ofDays(7));
    }
}
