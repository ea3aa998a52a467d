package org.berea.worker.importing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.berea.contracts.search.Translation;
import org.berea.worker.database.Schema;
import org.berea.worker.importing.VersesOfRecord.StoredChapter;
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
 * Publishes the chapters of current imports and notes how far Kafka acknowledged them.
 *
 * <p>Whoever dies in between leaves the note behind, and the next one goes on from there. A few
 * chapters may then be published twice, as equal events, which consumers take as one.
 */
@Component
final class PassagePublisher {
    private static final Logger log = LoggerFactory.getLogger(PassagePublisher.class);
    private static final int BATCH = 50;
    private static final long PATIENCE_SECONDS = 10;

    private final Schema schema;
    private final TopicCreation topics;
    private final ImportRuns runs;
    private final LoadedTranslations translations;
    private final VersesOfRecord verses;
    private final KafkaOperations<String, byte[]> kafka;
    private final TransactionTemplate transaction;
    private final JsonMapper mapper;
    private final MeterRegistry meters;

    PassagePublisher(
            Schema schema,
            TopicCreation topics,
            ImportRuns runs,
            LoadedTranslations translations,
            VersesOfRecord verses,
            KafkaOperations<String, byte[]> kafka,
            TransactionTemplate transaction,
            JsonMapper mapper,
            MeterRegistry meters) {
        this.schema = schema;
        this.topics = topics;
        this.runs = runs;
        this.translations = translations;
        this.verses = verses;
        this.kafka = kafka;
        this.transaction = transaction;
        this.mapper = mapper;
        this.meters = meters;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void publishWhatIsLeft() {
        try {
            while (schema.isReady() && topics.isDone() && publishNext()) {
                log.debug("published a batch of chapters");
            }
        } catch (KafkaException | CompletionException e) {
            Metric.EVENTS_PUBLISHED
                    .counter(meters, "type", "passage.imported", "outcome", "failed")
                    .increment();
            log.warn("chapters wait for Kafka: {}", e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            log.warn("chapters wait for the database: {}", e.getMessage());
        }
    }

    private boolean publishNext() {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> {
                            Optional<ImportRun> next = runs.nextToPublish();
                            next.ifPresent(this::publish);
                            return next.isPresent();
                        }));
    }

    private void publish(ImportRun run) {
        List<StoredChapter> chapters = verses.chapters(run.id(), run.published(), BATCH);
        Translation translation =
                translations.findById(run.code()).orElseThrow().edition().withVerses(run.verses());
        CompletableFuture<?>[] sent =
                chapters.stream()
                        .map(chapter -> send(run, translation, chapter))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        run.acknowledged(chapters.size());
        Metric.EVENTS_PUBLISHED
                .counter(meters, "type", "passage.imported", "outcome", "acknowledged")
                .increment(chapters.size());
    }

    /** Keyed by chapter: spread over all partitions, and compacted to the newest of each. */
    private CompletableFuture<?> send(
            ImportRun run, Translation translation, StoredChapter chapter) {
        var event =
                new PassageImported(
                        run.id(),
                        translation,
                        chapter.sequence(),
                        run.chapters(),
                        chapter.verses());
        return kafka.send(
                Topics.PASSAGES,
                translation.code() + ":" + chapter.key(),
                mapper.writeValueAsBytes(event));
    }
}
