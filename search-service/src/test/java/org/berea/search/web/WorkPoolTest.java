package org.berea.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WorkPoolTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void refusesAtOnceWhatItCannotEvenQueue() {
        var end = new CountDownLatch(1);
        try (var pool = new WorkPool("test", 1, 1, LIMIT)) {
            CompletableFuture<@Nullable String> running = pool.run(() -> await(end)).toFuture();
            CompletableFuture<@Nullable String> waiting = pool.run(() -> "waited").toFuture();

            assertThatThrownBy(() -> pool.run(() -> "refused").block(LIMIT))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.problem().type())
                                            .isEqualTo(ProblemType.OVERLOADED.uri()));
            end.countDown();
            assertThat(running).succeedsWithin(LIMIT).isEqualTo("ran");
            assertThat(waiting).succeedsWithin(LIMIT).isEqualTo("waited");
        }
    }

    @Test
    void limitsWaitingAndWorkingTogether() {
        var end = new CountDownLatch(1);
        try (var pool = new WorkPool("test", 1, 1, Duration.ofMillis(100))) {
            Mono<String> late = pool.run(() -> await(end));
            StepVerifier.create(late).expectError(TimeoutException.class).verify(LIMIT);
            end.countDown();
        }
    }

    @Test
    void doesNotInterruptWorkWhoseCallerHasGone() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var done = new CompletableFuture<String>();
        try (var pool = new WorkPool("test", 1, 1, LIMIT)) {
            var caller =
                    pool.run(
                                    () -> {
                                        begun.countDown();
                                        return done.complete(await(end));
                                    })
                            .subscribe();
            assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            caller.dispose();
            end.countDown();
            assertThat(done).succeedsWithin(LIMIT).isEqualTo("ran");
        }
    }

    private static String await(CountDownLatch end) throws InterruptedException {
        assertThat(end.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return "ran";
    }
}
