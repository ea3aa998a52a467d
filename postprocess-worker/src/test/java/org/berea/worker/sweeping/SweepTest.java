package org.berea.worker.sweeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.metering.LazyRedis;
import org.berea.metering.LimitKey;
import org.berea.metering.RedisDailyLimits;
import org.berea.metering.Unit;
import org.berea.worker.Events;
import org.berea.worker.RunningWorker;
import org.berea.worker.Servers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Processes die, Redis goes away, comes back or forgets; on servers of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration NOTICE = Duration.ofSeconds(24);

    private final Servers servers = Servers.started();
    private final RunningWorker worker = RunningWorker.start(servers);
    private final Events events = new Events(servers);

    @BeforeAll
    void awaitReady() {
        await().atMost(SOON).until(() -> worker.health("readiness") == 200);
    }

    @AfterAll
    void stop() {
        events.close();
        worker.close();
        servers.close();
    }

    @Test
    void closesWhatADeadProcessLeftOpenAtWhatIsHeldAndTakesTheTruthLater() {
        CompletionAdmitted held = longAgo(dead());
        CompletionAdmitted unknown = longAgo(dead());
        awaitSoundWitness();
        reserve(held, 700, 50);
        // Counts as begun when everything was known, and holds nothing.
        publish(held);
        publish(unknown);

        await().atMost(SOON).until(() -> state(held).equals("aborted"));
        await().atMost(SOON).until(() -> state(unknown).equals("aborted"));
        assertThat(row(unknown))
                .containsEntry("charged_tokens", 12_000L)
                .containsEntry("cost_micros", 9_000L);
        assertThat(worker.metric("berea_ledger_aborted_total")).isGreaterThanOrEqualTo(2);

        publishEnd(held);
        await().atMost(SOON).until(() -> state(held).equals("finished"));
        assertThat(row(held))
                .containsEntry("charged_tokens", 955L)
                .containsEntry("cost_micros", 1_234L);
    }

    @Test
    void chargesAnAbortedRowWhatRedisHoldsForIt() {
        awaitSoundWitness();
        CompletionAdmitted admitted = Events.admitted("holder", Instant.now(), dead());
        reserve(admitted, 700, 50);
        publish(admitted);

        await().atMost(SOON).until(() -> state(admitted).equals("aborted"));

        assertThat(row(admitted))
                .containsEntry("charged_tokens", 700L)
                .containsEntry("cost_micros", 50L);
    }

    @Test
    void closesNoRowOfAProcessThatLivesHoweverOldItIs() {
        String instance = dead();
        try (var _ = new Beating(servers.redisUrl(), instance)) {
            awaitSoundWitness();
            CompletionAdmitted live = longAgo(instance);
            CompletionAdmitted dead = longAgo(dead());
            publish(live);
            publish(dead);

            await().atMost(SOON).until(() -> state(dead).equals("aborted"));

            assertThat(state(live)).isEqualTo("open");
            await().atMost(SOON)
                    .until(() -> worker.metric("berea_ledger_oldest_open_seconds") >= 60);
        }
    }

    @Test
    void closesNoLiveRowWhenRedisWasEmptiedAndKnowsNoAmountsOfBefore() {
        String instance = dead();
        awaitSoundWitness();
        CompletionAdmitted dead = longAgo(dead());
        Instant emptied;
        try (var _ = new Beating(servers.redisUrl(), instance)) {
            CompletionAdmitted live = longAgo(instance);
            emptied = Instant.now();
            try (var client = RedisClient.create(servers.redisUrl())) {
                client.connect().sync().flushall();
            }
            reserve(dead, 700, 50);
            publish(live);
            publish(dead);

            await().atMost(SOON).until(() -> state(dead).equals("aborted"));

            assertThat(Duration.between(emptied, Instant.now()))
                    .isGreaterThan(NOTICE.minusSeconds(2));
            assertThat(row(dead))
                    .containsEntry("charged_tokens", 12_000L)
                    .containsEntry("cost_micros", 9_000L);
            assertThat(state(live)).isEqualTo("open");
        }
    }

    @Test
    void closesNoLiveRowWhenHeartbeatsLapsedBecauseRedisWasAway() {
        String instance = dead();
        awaitSoundWitness();
        CompletionAdmitted live = longAgo(instance);
        CompletionAdmitted dead = longAgo(dead());
        servers.stopRedis();
        publish(live);
        publish(dead);
        await().pollDelay(Duration.ofSeconds(14)).atMost(SOON).until(() -> true);
        assertThat(state(dead)).isEqualTo("open");

        servers.startRedis();
        try (var _ = new Beating(servers.redisUrl(), instance)) {
            await().atMost(SOON).until(() -> state(dead).equals("aborted"));
            assertThat(state(live)).isEqualTo("open");
        }
    }

    private void awaitSoundWitness() {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(
                        () ->
                                worker.bean(Witness.class).hear()
                                                instanceof Testimony.Sound(_, var whole)
                                        && whole.isBefore(Instant.now()));
    }

    private void reserve(CompletionAdmitted admitted, long tokens, long micros) {
        try (var redis = new LazyRedis(servers.redisUrl())) {
            var limits = new RedisDailyLimits(redis);
            String holder = admitted.completionId().value();
            var day = LocalDate.ofInstant(admitted.admittedAt(), ZoneOffset.UTC);
            var tokenKey = new LimitKey(Unit.TOKENS, admitted.subject(), day);
            var moneyKey = new LimitKey(Unit.MICRODOLLARS, "all", day);
            Duration limit = Duration.ofSeconds(10);
            Objects.requireNonNull(
                    limits.reserve(tokenKey, holder, tokens, 1_000_000).block(limit));
            Objects.requireNonNull(
                    limits.reserve(moneyKey, holder, micros, 1_000_000).block(limit));
        }
    }

    private void publish(CompletionAdmitted admitted) {
        events.publish(admitted);
        await().atMost(SOON).until(() -> !state(admitted).isEmpty());
    }

    private void publishEnd(CompletionAdmitted admitted) {
        events.publish(Events.endOf(admitted, Outcome.FINISHED));
    }

    private static CompletionAdmitted longAgo(String instance) {
        return Events.admitted("sweep", Instant.now().minusSeconds(60), instance);
    }

    private static String dead() {
        return "inference-" + UUID.randomUUID();
    }

    private String state(CompletionAdmitted admitted) {
        return servers.jdbc()
                .sql("select state from usage_ledger where completion_id = ?")
                .param(admitted.completionId().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private Map<String, @Nullable Object> row(CompletionAdmitted admitted) {
        return servers.jdbc()
                .sql("select * from usage_ledger where completion_id = ?")
                .param(admitted.completionId().value())
                .query()
                .singleRow();
    }
}
