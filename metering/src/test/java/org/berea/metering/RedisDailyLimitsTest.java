package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class RedisDailyLimitsTest implements DailyLimitsContract {
    private final RedisServer server;
    private final LazyRedis redis;
    private final DailyLimits limits;

    RedisDailyLimitsTest(@TempDir Path data) {
        server = RedisServer.start(data, FreePorts.next());
        redis = new LazyRedis(server.url());
        limits = new RedisDailyLimits(redis);
    }

    @Override
    public DailyLimits limits() {
        return limits;
    }

    @BeforeAll
    void connects() {
        assertThat(limits.read(new LimitKey(Unit.TOKENS, "warm", DAY)).block(LIMIT)).isNotNull();
    }

    @AfterAll
    void stops() {
        redis.close();
        server.close();
    }

    @Test
    void everyKeyExpires() {
        var key = new LimitKey(Unit.TOKENS, "expiring", DAY);
        var granted = (Reservation.Granted) limits.reserve(key, HOLDER, 1, 10).block(LIMIT);
        assertThat(granted).isNotNull();
        limits.settle(granted.grant(), 1).block(LIMIT);
        new RedisRequestBuckets(redis).take("expiring", new BucketLimit(60, 60)).block(LIMIT);

        try (var client = RedisClient.create(server.url());
                var connection = client.connect()) {
            List<String> keys = connection.sync().keys("*expiring*");
            assertThat(keys).hasSize(3);
            assertThat(keys)
                    .allSatisfy(
                            name ->
                                    assertThat(connection.sync().ttl(name))
                                            .isBetween(60L, Duration.ofDays(3).toSeconds()));
        }
    }

    @Test
    void worksOnWhenRedisHasForgottenTheScripts() {
        try (var client = RedisClient.create(server.url());
                var connection = client.connect()) {
            connection.sync().scriptFlush();
        }

        grantsUpToTheLimitAndNotOneMore();
    }
}
