package org.berea.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.berea.localstack.servers.FreePorts;
import org.berea.localstack.servers.RedisServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Redis that is stopped, paused or not there yet. */
final class RedisOutageTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String HOLDER = DailyLimitsContract.HOLDER;
    private static final LimitKey KEY =
            new LimitKey(Unit.TOKENS, "alice", LocalDate.of(2026, 11, 24));
    private static final BucketLimit BUCKET = new BucketLimit(5, 5);

    @TempDir private Path data;
    private final int port = FreePorts.next();
    private final LazyRedis redis = new LazyRedis("redis://127.0.0.1:" + port);
    private final DailyLimits limits = new RedisDailyLimits(redis);
    private final RequestBuckets buckets = new RedisRequestBuckets(redis);
    private @Nullable RedisServer server;

    @BeforeEach
    void warmUp() {
        // Class loading is not what the limits below are about.
        assertThat(limits.read(KEY).onErrorComplete().blockOptional(LONG)).isEmpty();
    }

    @AfterEach
    void stop() {
        redis.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void answersWithinItsLimitWhenRedisWasNeverThere() {
        assertThat(timeToFail(() -> limits.reserve(KEY, HOLDER, 1, 10)))
                .isLessThan(Duration.ofMillis(250));
        assertThat(timeToFail(() -> buckets.take("alice", BUCKET)))
                .isLessThan(Duration.ofMillis(250));
    }

    @Test
    void worksAsSoonAsRedisIsThere() {
        assertThat(timeToFail(() -> limits.read(KEY))).isLessThan(Duration.ofMillis(250));

        start();

        assertThat(limits.reserve(KEY, HOLDER, 1, 10).block(LONG))
                .isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void failsFastWhenRedisStopsAndHealsWhenItIsBackWithItsCounts() {
        RedisServer first = start();
        assertThat(limits.reserve(KEY, HOLDER, 4, 10).block(LONG))
                .isInstanceOf(Reservation.Granted.class);

        first.close();
        assertThat(timeToFail(() -> limits.read(KEY))).isLessThan(Duration.ofMillis(250));
        assertThat(timeToFail(() -> buckets.take("alice", BUCKET)))
                .isLessThan(Duration.ofMillis(250));

        start();
        assertThat(limits.read(KEY).block(LONG)).isEqualTo(new DayUsage(0, 4));
    }

    @Test
    void failsFastWhilePausedAndLeavesNothingReservedAfterwards() throws Exception {
        start();
        assertThat(limits.read(KEY).block(LONG)).isEqualTo(new DayUsage(0, 0));

        signal("STOP");
        try {
            assertThat(timeToFail(() -> limits.reserve(KEY, HOLDER, 9, 10)))
                    .isLessThan(Duration.ofMillis(250));
        } finally {
            signal("CONT");
        }

        awaitUsage(new DayUsage(0, 0));
        assertThat(limits.reserve(KEY, HOLDER, 10, 10).block(LONG))
                .isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void survivesALongPauseUnderLoad() throws Exception {
        start();
        // So that Redis knows the script and runs late what it finds in its socket.
        Grant first = limits.reserve(KEY, HOLDER, 1, 10).map(RedisOutageTest::grant).block(LONG);
        assertThat(first).isNotNull();
        limits.settle(first, 0).block(LONG);

        signal("STOP");
        Long granted;
        try {
            granted =
                    Flux.interval(Duration.ofMillis(50))
                            .take(Duration.ofSeconds(4))
                            .onBackpressureDrop()
                            .flatMap(_ -> limits.reserve(KEY, HOLDER, 1, 1_000).onErrorComplete())
                            .count()
                            .block(LONG);
        } finally {
            signal("CONT");
        }

        assertThat(granted).isZero();
        awaitUsage(new DayUsage(0, 0));
    }

    @Test
    void leavesNothingReservedForACallerThatLeft() throws Exception {
        start();
        assertThat(limits.read(KEY).block(LONG)).isEqualTo(new DayUsage(0, 0));

        for (int i = 0; i < 200; i++) {
            limits.reserve(KEY, HOLDER, 1, 1_000)
                    .doOnNext(answer -> limits.settle(grant(answer), 0).subscribe())
                    .subscribe()
                    .dispose();
        }

        awaitUsage(new DayUsage(0, 0));
    }

    private static Grant grant(Reservation reservation) {
        return ((Reservation.Granted) reservation).grant();
    }

    private RedisServer start() {
        server = RedisServer.start(data, port);
        return server;
    }

    /** Once everything that was on its way has arrived. */
    private void awaitUsage(DayUsage expected) throws InterruptedException {
        Thread.sleep(300);
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end
                && !limits.read(KEY)
                        .onErrorComplete()
                        .blockOptional(LONG)
                        .equals(Optional.of(expected))) {
            Thread.sleep(20);
        }
        assertThat(limits.read(KEY).block(LONG)).isEqualTo(expected);
    }

    private static Duration timeToFail(Supplier<Mono<?>> call) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> call.get().block(LONG))
                .isInstanceOf(MeteringUnavailableException.class);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void signal(String name) throws IOException, InterruptedException {
        ProcessHandle redisServer =
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> commandLine(process).contains("redis-server"))
                        .findFirst()
                        .orElseThrow();
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(redisServer.pid()));
        assertThat(kill.start().waitFor()).isZero();
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().command().orElse("");
    }
}
