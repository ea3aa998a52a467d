package org.berea.inference.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.time.Duration;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.berea.metering.DailyLimits;
import org.berea.metering.LazyRedis;
import org.berea.metering.RedisDailyLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedisReservationsTest implements ReservationsContract {
    private RedisServer redis;
    private LazyRedis connection;

    @BeforeAll
    void start(@TempDir Path data) {
        redis = RedisServer.start(data, FreePorts.next());
        connection = new LazyRedis(redis.url());
    }

    @BeforeEach
    void forget() {
        try (RedisClient client = RedisClient.create(redis.url());
                var admin = client.connect()) {
            admin.sync().flushall();
        }
    }

    @AfterAll
    void stop() {
        connection.close();
        redis.close();
    }

    @Override
    public DailyLimits store() {
        return new RedisDailyLimits(connection);
    }

    @Test
    void refusesPaidCallsAndLetsFreeOnesGoOnWhileTheStoreIsAway() {
        try (var nowhere = new LazyRedis("redis://127.0.0.1:" + FreePorts.next())) {
            var day = new Day(new RedisDailyLimits(nowhere), "1", 10_000);
            long start = System.nanoTime();
            assertThat(day.refused(PAID, 100, 100)).isEqualTo(Reserved.By.STORE);
            CallGrant grant = day.granted(FREE, 100, 100);
            assertThat(grant.maxOutput()).isEqualTo(100);
            assertThat(grant.tokens()).isEmpty();
            day.reservations.settle(grant, 150, 0).block(LIMIT);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
