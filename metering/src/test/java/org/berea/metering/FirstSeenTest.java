package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstSeenTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void staysWhatTheFirstProcessSaw(@TempDir Path folder) {
        try (var server = RedisServer.start(folder, FreePorts.next());
                var redis = new LazyRedis(server.url())) {
            assertThat(at(redis, MONDAY).of("key").block(LIMIT)).isEqualTo(MONDAY);
            Instant later = MONDAY.plus(Duration.ofDays(90));
            assertThat(at(redis, later).of("key").block(LIMIT)).isEqualTo(MONDAY);
            assertThat(at(redis, later).of("new key").block(LIMIT)).isEqualTo(later);
        }
    }

    private static FirstSeen at(LazyRedis redis, Instant now) {
        return new FirstSeen(redis, Clock.fixed(now, ZoneOffset.UTC));
    }
}
