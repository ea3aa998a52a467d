package org.berea.search.consuming;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Reads events; one that cannot be read is counted, logged and left out, as it never will be. */
public final class EventDecoder<E> {
    private static final Logger log = LoggerFactory.getLogger(EventDecoder.class);

    private final JsonMapper tolerant;
    private final Class<E> kind;
    private final Function<JacksonException, String> reason;
    private final Consumer<Unread> count;

    /**
     * @param reason what the log may say of an event that cannot be read
     */
    public EventDecoder(
            JsonMapper mapper,
            Class<E> kind,
            Function<JacksonException, String> reason,
            Consumer<Unread> count) {
        this.tolerant =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        this.kind = kind;
        this.reason = reason;
        this.count = count;
    }

    public Optional<E> decode(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return leaveOut(message, Unread.UNDECODABLE, "it is empty");
        }
        try {
            return Optional.of(tolerant.readValue(message.value(), kind));
        } catch (InvalidTypeIdException e) {
            return leaveOut(message, Unread.UNKNOWN, reason.apply(e));
        } catch (JacksonException e) {
            return leaveOut(message, Unread.UNDECODABLE, reason.apply(e));
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
