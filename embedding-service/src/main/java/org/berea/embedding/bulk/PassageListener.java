package org.berea.embedding.bulk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.chassis.metrics.Metric;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Takes one chapter at a time off the topic and is done with it when search has its vectors; only
 * then its offset is committed. What fails is tried again until it succeeds, and the chapters
 * behind it wait; a record that can never succeed is logged, counted and left behind.
 */
class PassageListener {
    private static final Logger log = LoggerFactory.getLogger(PassageListener.class);
    // Below the five minutes that Kafka allows between polls.
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final RecordReader reader;
    private final ChapterEmbedding chapters;
    private final SearchInstances search;
    private final MeterRegistry meters;

    PassageListener(
            RecordReader reader,
            ChapterEmbedding chapters,
            SearchInstances search,
            MeterRegistry meters) {
        this.reader = reader;
        this.chapters = chapters;
        this.search = search;
        this.meters = meters;
    }

    @KafkaListener(id = "passages", topics = Topics.PASSAGES, idIsGroup = false)
    void onRecord(ConsumerRecord<String, @Nullable String> received) {
        count(outcome(received));
    }

    private Outcome outcome(ConsumerRecord<String, @Nullable String> received) {
        return switch (reader.read(received.value())) {
            case ImportedRecord.Chapter(var event) -> deliver(event);
            case ImportedRecord.OtherType _ -> Outcome.SKIPPED;
            case ImportedRecord.Undecodable(var why) -> {
                log.error("{}@{} skipped: {}", received.topic(), received.offset(), why);
                yield Outcome.UNDECODABLE;
            }
        };
    }

    private Outcome deliver(PassageImported event) {
        try {
            chapters.embed(event).flatMap(search::write).block(LONGEST);
            return Outcome.DONE;
        } catch (WebClientResponseException e) {
            if (!isOurMistake(e)) {
                throw e;
            }
            log.error("search refuses {} {}: {}", name(event), event.sequence(), e.getMessage());
            return Outcome.REFUSED;
        }
    }

    /** Sending the same again would end the same. Everything else may be an outage or a start. */
    private static boolean isOurMistake(WebClientResponseException failure) {
        var status = failure.getStatusCode();
        return status.isSameCodeAs(HttpStatus.BAD_REQUEST)
                || status.isSameCodeAs(HttpStatus.UNPROCESSABLE_CONTENT)
                || status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE);
    }

    private static String name(PassageImported event) {
        return event.translation().code() + "/" + event.importId();
    }

    private void count(Outcome outcome) {
        Metric.EVENTS_CONSUMED
                .counter(meters, "consumer", "embedding", "outcome", outcome.label())
                .increment();
    }
}
