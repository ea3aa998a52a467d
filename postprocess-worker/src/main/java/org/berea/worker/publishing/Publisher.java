package org.berea.worker.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.Topics;
import org.berea.worker.database.Schema;
import org.berea.worker.publishing.Batch.Message;
import org.berea.worker.topics.TopicCreation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the events of current imports and notes how far Kafka acknowledged them.
 *
 * <p>Whoever dies in between leaves the note behind, and the next one goes on from there. A few
 * events may then be published twice, as equal ones, which consumers take as one.
 */
@Component
final class Publisher {
    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final int BATCH = 50;
    private static final long PATIENCE_SECONDS = 10;

    private final Schema schema;
    private final TopicCreation topics;
    private final List<Backlog> backlogs;
    private final KafkaOperations<String, byte[]> kafka;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;
    private final MeterRegistry meters;

    Publisher(
            Schema schema,
            TopicCreation topics,
            List<Backlog> backlogs,
            KafkaOperations<String, byte[]> kafka,
            TransactionTemplate transaction,
            JsonMapper mapper,
            MeterRegistry meters) {
        this.schema = schema;
        this.topics = topics;
        this.backlogs = backlogs;
        this.kafka = kafka;
        this.transaction = transaction;
        this.mapper = mapper;
        this.meters = meters;
        for (Backlog backlog : backlogs) {
            count(backlog, "acknowledged", 0);
            count(backlog, "failed", 0);
        }
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void publishWhatIsLeft() {
        backlogs.forEach(this::publishAll);
    }

    private void publishAll(Backlog backlog) {
        try {
            while (schema.isReady() && topics.isDone() && publishNext(backlog)) {
                log.debug("published a batch of {}", backlog.eventType());
            }
        } catch (KafkaException | CompletionException e) {
            count(backlog, "failed", 1);
            log.warn("{} waits for Kafka: {}", backlog.eventType(), e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} waits for the database: {}", backlog.eventType(), e.getMessage());
        }
    }

    private boolean publishNext(Backlog backlog) {
        return Boolean.TRUE.equals(transaction.execute(_ -> publishOne(backlog)));
    }

    private boolean publishOne(Backlog backlog) {
        Optional<Batch> next = backlog.next(BATCH).filter(batch -> !batch.messages().isEmpty());
        next.ifPresent(batch -> publish(backlog, batch));
        return next.isPresent();
    }

    private void publish(Backlog backlog, Batch batch) {
        CompletableFuture<?>[] sent =
                batch.messages().stream().map(this::send).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        batch.note().run();
        count(backlog, "acknowledged", batch.messages().size());
    }

    private CompletableFuture<?> send(Message message) {
        return kafka.send(
                Topics.PASSAGES, message.key(), mapper.writeValueAsBytes(message.event()));
    }

    private void count(Backlog backlog, String outcome, int events) {
        Metric.EVENTS_PUBLISHED
                .counter(meters, "type", backlog.eventType(), "outcome", outcome)
                .increment(events);
    }
}
