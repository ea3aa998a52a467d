package org.berea.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.CallerTokens;
import org.berea.metering.DailyLimits;
import org.berea.metering.LazyRedis;
import org.berea.metering.LimitKey;
import org.berea.metering.RedisDailyLimits;
import org.berea.metering.Reservation;
import org.berea.metering.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Running.class)
@TestInstance(Lifecycle.PER_CLASS)
final class QuotaTest {
    private static final int FREE_TOKENS = 50_000;
    private static final int FREE_CAPACITY = 20;

    private final Upstream upstream;
    private final Gateway gateway;
    private final LazyRedis redis;
    private final DailyLimits limits;

    QuotaTest(Running.Suite suite) {
        upstream = suite.upstream();
        gateway = suite.gateway();
        redis = new LazyRedis(suite.redis().url());
        limits = new RedisDailyLimits(redis);
    }

    @AfterAll
    void close() {
        redis.close();
    }

    @Test
    void letsPayingCallsThroughAndTellsTheLimits() throws Exception {
        var answer = ask("fresh");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(caller("fresh").paid()).isTrue();
        assertThat(caller("fresh").soft()).isFalse();
        assertThat(answer.header("RateLimit-Policy"))
                .isEqualTo("\"requests\";q=20;w=120, \"tokens\";q=50000;w=86400;qu=\"tokens\"");
        assertThat(answer.header("RateLimit"))
                .matches("\"requests\";r=19;t=6, \"tokens\";r=50000;t=[0-9]{1,5}");
    }

    @ParameterizedTest
    @CsvSource({"soft-below, 39999, false", "soft-at, 40000, true", "soft-last, 49400, true"})
    void asksForASmallerModelAboveTheSoftShare(String user, long used, boolean soft)
            throws Exception {
        use(user, used);
        double before = gateway.counted("berea_quota_decisions", "decision=\"soft-limited\"");

        assertThat(ask(user).status()).isEqualTo(200);
        assertThat(caller(user).soft()).isEqualTo(soft);
        assertThat(caller(user).paid()).isTrue();
        assertThat(gateway.counted("berea_quota_decisions", "decision=\"soft-limited\"") - before)
                .isEqualTo(soft ? 1 : 0);
    }

    @Test
    void refusesWhenNotEvenTheSmallestAnswerFits() throws Exception {
        use("used-up", FREE_TOKENS - 599);
        double before = gateway.counted("berea_quota_decisions", "decision=\"quota-exhausted\"");

        var answer = ask("used-up");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("quota-exhausted");
        Instant midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(answer.json().path("resetAt").asString()).isEqualTo(midnight.toString());
        assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 24L * 3600);
        assertThat(answer.header("RateLimit")).contains("\"tokens\";r=599;");
        assertThat(upstream.hasSeen("used-up")).isFalse();
        assertThat(gateway.counted("berea_quota_decisions", "decision=\"quota-exhausted\""))
                .isEqualTo(before + 1);
    }

    @Test
    void countsWhatIsReservedAsUsed() throws Exception {
        limits.reserve(key("reserved"), "someone", FREE_TOKENS - 100, FREE_TOKENS)
                .block(Gateway.LIMIT);

        assertThat(ask("reserved").problem()).isEqualTo("quota-exhausted");
    }

    @Test
    void refusesMoreRequestsThanTheBucketHolds() throws Exception {
        double before = gateway.counted("berea_quota_decisions", "decision=\"rate-limited\"");
        for (int n = 0; n < FREE_CAPACITY; n++) {
            assertThat(ask("hasty").status()).isEqualTo(200);
        }

        var answer = ask("hasty");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("rate-limited");
        assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 6L);
        assertThat(answer.header("RateLimit")).startsWith("\"requests\";r=0;t=120, \"tokens\"");
        assertThat(gateway.counted("berea_quota_decisions", "decision=\"rate-limited\""))
                .isGreaterThan(before);
        assertThat(ask("patient").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ai/embeddings", "/ai/moderations"})
    void countsRequestsButNoTokensForOtherWork(String path) throws Exception {
        String user = "work" + path.replace('/', '-');
        use(user, FREE_TOKENS);
        for (int n = 0; n < FREE_CAPACITY; n++) {
            assertThat(work(path, user).status()).isEqualTo(200);
        }

        assertThat(caller(user).paid()).isTrue();
        assertThat(work(path, user).problem()).isEqualTo("rate-limited");
    }

    @Test
    void countsSearchesAndPassagesAsRequestsAndNoTokens() throws Exception {
        use("searcher", FREE_TOKENS);
        for (int n = 0; n < FREE_CAPACITY; n += 2) {
            assertThat(read("/ai/search?q=love", "searcher").status()).isEqualTo(200);
            assertThat(read("/ai/passages/John%203:16", "searcher").status()).isEqualTo(200);
        }

        assertThat(read("/ai/search?q=love", "searcher").problem()).isEqualTo("rate-limited");
        assertThat(read("/ai/passages/John%203:16", "searcher").problem())
                .isEqualTo("rate-limited");
    }

    @Test
    void tellsCallersTheirOwnStateWithoutTakingAnything() throws Exception {
        use("curious", 41_000);
        limits.reserve(key("curious"), "someone", 1_000, FREE_TOKENS).block(Gateway.LIMIT);
        ask("curious");

        quota("curious");
        var answer = quota("curious");

        assertThat(answer.status()).isEqualTo(200);
        Instant midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(answer.response().body())
                .isEqualTo(
                        "{\"day\":{\"limit\":50000,\"used\":41000,\"reserved\":1000,"
                                + "\"softAt\":40000,\"resetAt\":\"%s\"},".formatted(midnight)
                                + "\"rate\":{\"capacity\":20,\"refillPerMinute\":10,\"left\":19}}");
    }

    @Test
    void givesEachTierItsOwnLimits() throws Exception {
        for (var tier : Map.of("free", 20, "plus", 60, "pro", 200).entrySet()) {
            var answer =
                    gateway.send(
                            gateway.request("/ai/quota")
                                    .header(
                                            "Authorization",
                                            "Bearer " + gateway.token("t", tier.getKey())));
            assertThat(answer.json().path("rate").path("capacity").asInt())
                    .isEqualTo(tier.getValue());
        }
    }

    private Gateway.Answer ask(String user) throws Exception {
        return work("/ai/completions", user);
    }

    private Gateway.Answer work(String path, String user) throws Exception {
        return gateway.send(
                gateway.request(path)
                        .header("Authorization", "Bearer " + gateway.token(user, "free"))
                        .header(Upstream.TEST, user)
                        .POST(BodyPublishers.ofString("{}")));
    }

    private Gateway.Answer quota(String user) throws Exception {
        return read("/ai/quota", user);
    }

    private Gateway.Answer read(String path, String user) throws Exception {
        return gateway.send(
                gateway.request(path)
                        .header("Authorization", "Bearer " + gateway.token(user, "free")));
    }

    private Caller caller(String user) {
        String token = upstream.seen(user).headers().get(CallerTokens.HEADER);
        return Gateway.verified(token).orElseThrow();
    }

    private void use(String user, long tokens) {
        var granted =
                (Reservation.Granted)
                        limits.reserve(key(user), "someone", tokens, Long.MAX_VALUE)
                                .blockOptional(Gateway.LIMIT)
                                .orElseThrow();
        limits.settle(granted.grant(), tokens).block(Gateway.LIMIT);
    }

    private static LimitKey key(String user) {
        return new LimitKey(Unit.TOKENS, user, today());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
