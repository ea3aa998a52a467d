package org.berea.inference.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.berea.inference.admission.Questions.admitted;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.berea.contracts.completion.AnswerEvent;
import org.berea.contracts.completion.Usage;
import org.berea.contracts.completion.Usage.CacheOutcome;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.event.CompletionAdmitted;
import org.berea.contracts.event.CompletionFinished;
import org.berea.contracts.event.CompletionFinished.Outcome;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.inference.admission.AdmittedQuestion;
import org.berea.inference.events.FakeEvents;
import org.berea.inference.instance.InstanceId;
import org.berea.inference.reservation.Ceiling;
import org.berea.inference.reservation.Reservations;
import org.berea.inference.reservation.TestReservations;
import org.berea.metering.InMemoryDailyLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

final class OpenRecordTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Usage USAGE = new Usage(1, 2, CacheOutcome.MISS, FinishReason.STOP);
    private static final AnswerEvent WORD = new AnswerEvent.Token("Love");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakeEvents events = new FakeEvents();
    private final Reservations reservations =
            new TestReservations(new InMemoryDailyLimits(), meters, "1", 1_000).get();
    private final Recorder recorder =
            new Recorder(
                    events,
                    reservations,
                    new InstanceId("inference-1"),
                    meters,
                    TestReservations.CLOCK);
    private final AdmittedQuestion question = admitted("Why?");
    private final OpenRecord record =
            recorder.open(
                    question,
                    reservations.open(question.id(), question.caller(), new Ceiling(700, 70)));

    @Test
    void saysWhoAdmittedWhatAndWhatItMayCost() {
        record.admitted().block(LIMIT);

        var event = (CompletionAdmitted) events.published().getFirst();
        assertThat(event.completionId()).isEqualTo(question.id());
        assertThat(event.subject()).isEqualTo("alice");
        assertThat(event.instance()).isEqualTo("inference-1");
        assertThat(event.day()).hasToString("2026-11-24");
        assertThat(event.ceilingTokens()).isEqualTo(700);
        assertThat(event.ceilingMicros()).isEqualTo(70);
    }

    @Test
    void countsOnlyTheFirstOfItsEnds() {
        record.finished(USAGE).block(LIMIT);
        record.failed("interrupted").block(LIMIT);
        record.left().block(LIMIT);

        assertThat(events.published())
                .singleElement()
                .isInstanceOfSatisfying(
                        CompletionFinished.class,
                        end -> assertThat(end.outcome()).isEqualTo(Outcome.FINISHED));
    }

    @Test
    void countsWhoDidNotWantIt() {
        record.stopped().block(LIMIT);
        record.left().block(LIMIT);

        assertThat(meters.counter("berea.answers.cancelled", "by", "stop").count()).isOne();
        assertThat(meters.counter("berea.answers.cancelled", "by", "client").count()).isZero();
    }

    @Test
    void isUnrecordedWhenItCannotBeMadeDurable() {
        events.failWith(new IllegalStateException("no store"));

        StepVerifier.create(record.admitted()).expectErrorMatches(this::isUnrecorded).verify(LIMIT);
        StepVerifier.create(record.finished(USAGE))
                .expectErrorMatches(this::isUnrecorded)
                .verify(LIMIT);
    }

    @Test
    void isOpenUntilItsEndIsPublishedOrCannotBe() {
        assertThat(recorder.openRecords()).isOne();
        record.admitted().block(LIMIT);
        assertThat(recorder.openRecords()).isOne();
        events.failWith(new IllegalStateException("no store"));
        assertThatThrownBy(() -> record.stopped().block(LIMIT)).isNotNull();

        assertThat(recorder.openRecords()).isZero();
    }

    @Test
    void letsAnAnswerThroughThatSaysHowItEnded() {
        var failed = new AnswerEvent.Failed(Problem.of(ProblemType.INTERRUPTED, "cut"));
        for (AnswerEvent end : List.of(new AnswerEvent.Done(), failed)) {
            StepVerifier.create(record.follow(Flux.just(WORD, end)))
                    .expectNext(WORD, end)
                    .expectComplete()
                    .verify(LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void neverLetsAnAnswerEndThatDoesNotSayHow(int words) {
        StepVerifier.create(record.follow(Flux.just(WORD, WORD, WORD).take(words)))
                .expectNextCount(words)
                .expectError(IllegalStateException.class)
                .verify(LIMIT);
    }

    private boolean isUnrecorded(Throwable failure) {
        return failure instanceof ProblemException known
                && known.problem().type().toString().endsWith(":unrecorded");
    }
}
