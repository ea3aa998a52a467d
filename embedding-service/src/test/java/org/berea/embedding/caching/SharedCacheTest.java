package org.berea.embedding.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.berea.chassis.client.Guard;
import org.berea.embedding.Eventually;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** With a real Redis, present and away. */
class SharedCacheTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String NEVER_KEPT = "too long";
    private static final String QUESTION = "Who was Barnabas?";
    private static final ModelIdentity MODEL = new ModelIdentity("far-away", "1", 2);

    @TempDir static Path data;
    private static RedisServer redis;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Text> encoded = new CopyOnWriteArrayList<>();
    private final List<RedisVectors> open = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.start(data, FreePorts.next());
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        onRedis(RedisCommands::flushall);
    }

    @AfterEach
    void close() {
        open.forEach(RedisVectors::close);
    }

    @Test
    void answersWhatAnotherInstanceHasEmbedded() throws Exception {
        var first = ask(cache(MODEL), QUESTION);
        kept(1);
        var second = ask(cache(MODEL), QUESTION);

        assertThat(encoded).hasSize(1);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(lookups("shared-hit")).isEqualTo(1);
    }

    @Test
    void neverAnswersWithAnotherModelsVector() throws Exception {
        ask(cache(MODEL), QUESTION);
        kept(1);
        ask(cache(new ModelIdentity("far-away", "2", 2)), QUESTION);

        assertThat(encoded).hasSize(2);
    }

    @Test
    void keepsNoQuestionInClearTextAndForgetsItInTime() throws Exception {
        ask(cache(MODEL), QUESTION);
        kept(1);
        String key = onRedis(it -> it.keys("*")).getFirst();

        assertThat(key).matches("berea:embedding:[0-9a-f]{64}");
        long seconds = onRedis(it -> it.ttl(key));
        long bytes = onRedis(it -> it.strlen(key));
        assertThat(seconds).isBetween(3_500L, 3_600L);
        assertThat(bytes).isEqualTo(4 + 2 * 4);
    }

    @Test
    void keepsQuestionsOnly() throws Exception {
        var cache = cache(MODEL);
        cache.embed(new Text("a passage", Purpose.PASSAGE)).block(LONG);
        cache.embed(new Text("a note", Purpose.NOTE)).block(LONG);
        ask(cache, NEVER_KEPT);
        ask(cache, QUESTION);
        kept(1);
    }

    @Test
    void asksTheModelWhenWhatItFindsIsNoVector() throws Exception {
        ask(cache(MODEL), QUESTION);
        kept(1);
        onRedis(it -> it.set(it.keys("*").getFirst(), "rubbish"));
        ask(cache(MODEL), QUESTION);

        assertThat(encoded).hasSize(2);
    }

    @Test
    void doesWithoutARedisThatIsAway() {
        var cache = cache("redis://127.0.0.1:" + FreePorts.next(), MODEL);
        for (int i = 0; i < 30; i++) {
            assertThat(ask(cache, QUESTION)).isInstanceOf(Encoding.Encoded.class);
        }

        assertThat(lookups("shared-failure")).isGreaterThanOrEqualTo(30);
    }

    @Test
    void doesNotWaitLongForARedisThatHangs() throws IOException {
        try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var cache = cache("redis://127.0.0.1:" + hanging.getLocalPort(), MODEL);
            ask(cache, "warm up");
            long begin = System.nanoTime();
            for (int i = 0; i < 30; i++) {
                ask(cache, QUESTION);
            }

            // Ten failures open the circuit: then nobody waits at all.
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void usesRedisAgainWhenItIsBack() throws Exception {
        int port = FreePorts.next();
        var cache = cache("redis://127.0.0.1:" + port, MODEL);
        for (int i = 0; i < 15; i++) {
            ask(cache, QUESTION);
        }
        try (var _ = RedisServer.start(data.resolve("later"), port)) {
            Eventually.within(
                    LONG,
                    "a hit",
                    () -> {
                        ask(cache, QUESTION);
                        return lookups("shared-hit") > 0;
                    });
        }
    }

    /**
     * Its connection stands, for a first question may not wait until a busy machine has made it.
     */
    private SharedCache cache(ModelIdentity model) throws Exception {
        var cache = cache(redis.url(), model);
        double before = lookups("shared-miss");
        Eventually.within(
                LONG,
                "connected",
                () -> {
                    ask(cache, NEVER_KEPT);
                    return lookups("shared-miss") > before;
                });
        encoded.removeIf(text -> text.content().equals(NEVER_KEPT));
        return cache;
    }

    private SharedCache cache(String url, ModelIdentity model) {
        var guards =
                new Guard.Factory(
                        CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults());
        var vectors = new RedisVectors(url, Duration.ofHours(1), guards);
        open.add(vectors);
        return new SharedCache(
                text -> Mono.fromSupplier(() -> encode(text)), vectors, model, meters);
    }

    private Encoding encode(Text text) {
        encoded.add(text);
        return text.content().equals(NEVER_KEPT)
                ? new Encoding.TooLong(600, 512)
                : new Encoding.Encoded(new float[] {0.6f, -0.8f}, 7);
    }

    private double lookups(String kind) {
        return meters.counter("berea.embedding.cache.lookups", "kind", kind).count();
    }

    private static Encoding ask(SharedCache cache, String question) {
        return cache.embed(new Text(question, Purpose.QUERY)).blockOptional(LONG).orElseThrow();
    }

    private static void kept(long keys) throws Exception {
        Eventually.within(LONG, "kept", () -> onRedis(RedisCommands::dbsize) == keys);
    }

    private static <T> T onRedis(Function<RedisCommands<String, String>, T> command) {
        var client = RedisClient.create(redis.url());
        try (var connection = client.connect()) {
            return command.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }
}
