package org.berea.worker.replaying;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.records.DeadLetters;
import org.berea.contracts.records.Replay;
import org.berea.worker.consuming.CompletionConsumer;
import org.berea.worker.consuming.FailureReason;
import org.berea.worker.permission.QuotaAdmin;
import org.berea.worker.topics.ConsumerGroup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets those with the scope {@code quota:admin} see and replay dead letters. */
@RestController
@RequestMapping("/admin/dead-letters")
final class DeadLettersApi {
    private static final int REASONS = 5;
    private static final Duration READING_LIMIT = Duration.ofSeconds(2);

    private final List<CompletionConsumer> consumers;
    private final LetterBoxes boxes;
    private final Replaying replaying;

    DeadLettersApi(List<CompletionConsumer> consumers, LetterBoxes boxes, Replaying replaying) {
        this.consumers = consumers;
        this.boxes = boxes;
        this.replaying = replaying;
    }

    @GetMapping
    DeadLetters list(Caller caller) {
        QuotaAdmin.require(caller);
        try {
            return new DeadLetters(Stream.of(ConsumerGroup.values()).map(this::waiting).toList());
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    @PostMapping("/{consumer}")
    Replay replay(Caller caller, @PathVariable String consumer) {
        QuotaAdmin.require(caller);
        CompletionConsumer found = find(consumer).orElseThrow(() -> unknown(consumer));
        try {
            return replaying.replay(found).orElseThrow(() -> busy(consumer));
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            throw away(e);
        }
    }

    private DeadLetters.Waiting waiting(ConsumerGroup consumer) {
        try (Letters letters = boxes.open(consumer)) {
            List<String> reasons =
                    letters.last(REASONS, READING_LIMIT).stream()
                            .sorted(
                                    Comparator.<ConsumerRecord<?, ?>>comparingLong(
                                                    ConsumerRecord::timestamp)
                                            .reversed())
                            .flatMap(letter -> FailureReason.in(letter.headers()).stream())
                            .limit(REASONS)
                            .toList();
            return new DeadLetters.Waiting(consumer.label(), letters.waiting(), reasons);
        }
    }

    private Optional<CompletionConsumer> find(String name) {
        return consumers.stream()
                .filter(consumer -> consumer.group().label().equals(name))
                .findFirst();
    }

    private static ProblemException unknown(String consumer) {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "no consumer is called " + consumer));
    }

    private static ProblemException busy(String consumer) {
        return new ProblemException(
                Problem.of(
                        ProblemType.OVERLOADED,
                        "the dead letters of " + consumer + " are being replayed"));
    }

    private static ProblemException away(RuntimeException failure) {
        return new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, "Kafka does not answer"), failure);
    }
}
