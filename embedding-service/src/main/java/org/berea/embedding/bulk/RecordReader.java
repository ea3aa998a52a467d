package org.berea.embedding.bulk;

import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** Reads records as newer services may write them: unknown fields and types do no harm. */
final class RecordReader {
    private final JsonMapper mapper;

    RecordReader(JsonMapper mapper) {
        this.mapper =
                mapper.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /**
     * @param type what the topic carries
     */
    <E> ReadRecord<E> read(@Nullable String value, Class<E> type) {
        if (value == null) {
            return new ReadRecord.NotForUs<>();
        }
        try {
            E event = mapper.readValue(value, type);
            return event == null
                    ? new ReadRecord.Undecodable<>("null")
                    : new ReadRecord.Event<>(event);
        } catch (InvalidTypeIdException e) {
            return e.getTypeId() == null
                    ? new ReadRecord.Undecodable<>("no type")
                    : new ReadRecord.NotForUs<>();
        } catch (JacksonException | InvalidValueException e) {
            // Not its message, which goes to the log and may quote what a user wrote.
            return new ReadRecord.Undecodable<>(e.getClass().getSimpleName());
        }
    }
}
