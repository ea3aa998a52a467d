package org.berea.search.consuming;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events; one that cannot be read is counted, logged and left out, as it never will be. The
 * log names what went wrong, but not why: the reason may quote what a user wrote.
 */
public final class EventDecoder<E> {
    private static final Logger log = LoggerFactory.getLogger(EventDecoder.class);

    private final JsonMapper tolerant;
    private final Class<E> kind;
    private final Consumer<Unread> count;

    /** */
    public EventDecoder(JsonMapper mapper, Class<E> kind, Consumer<Unread> count) {
        this.tolerant =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.kind = kind;
        this.count = count;
    }

    public Optional<E> decode(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return leaveOut(message, Unread.UNDECODABLE, "it is empty");
        }
        try {
            return Optional.of(tolerant.readValue(message.value(), kind));
        } catch (InvalidTypeIdException e) {
            return leaveOut(message, Unread.UNKNOWN, e.getClass().getSimpleName());
        } catch (JacksonException e) {
            return leaveOut(message, Unread.UNDECODABLE, e.getClass().getSimpleName());
        }
    }

    private Optional<E> leaveOut(
            ConsumerRecord<String, byte[]> message, Unread unread, String told) {
        count.accept(unread);
        log.warn(
                "{}-{} offset {} is left out: {}",
                message.topic(),
                message.partition(),
                message.offset(),
                told);
        return Optional.empty();
    }
}
