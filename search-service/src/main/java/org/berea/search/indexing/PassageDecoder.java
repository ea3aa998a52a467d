package org.berea.search.indexing;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.berea.contracts.event.PassagesEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Reads events; one that cannot be read is counted, logged and left out, as it never will be. */
final class PassageDecoder {
    private static final Logger log = LoggerFactory.getLogger(PassageDecoder.class);

    private final JsonMapper tolerant;
    private final IndexingMetrics metrics;

    PassageDecoder(JsonMapper mapper, IndexingMetrics metrics) {
        this.tolerant =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.metrics = metrics;
    }

    Optional<PassagesEvent> decode(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return leaveOut(message, Outcome.UNDECODABLE, "it is empty");
        }
        try {
            return Optional.of(tolerant.readValue(message.value(), PassagesEvent.class));
        } catch (InvalidTypeIdException e) {
            return leaveOut(message, Outcome.UNKNOWN, e.getOriginalMessage());
        } catch (JacksonException e) {
            return leaveOut(message, Outcome.UNDECODABLE, e.getOriginalMessage());
        }
    }

    private Optional<PassagesEvent> leaveOut(
            ConsumerRecord<String, byte[]> message, Outcome outcome, String reason) {
        metrics.count(outcome);
        log.warn(
                "{}-{} offset {} is left out: {}",
                message.topic(),
                message.partition(),
                message.offset(),
                reason);
        return Optional.empty();
    }
}
