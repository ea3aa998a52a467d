package org.berea.embedding.bulk;

import org.berea.contracts.InvalidValueException;
import org.berea.contracts.event.PassageImported;
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

    ImportedRecord read(@Nullable String value) {
        if (value == null) {
            return new ImportedRecord.Undecodable("no value");
        }
        try {
            PassageImported event = mapper.readValue(value, PassageImported.class);
            return event == null
                    ? new ImportedRecord.Undecodable("null")
                    : new ImportedRecord.Chapter(event);
        } catch (InvalidTypeIdException e) {
            String type = e.getTypeId();
            return type == null
                    ? new ImportedRecord.Undecodable("no type")
                    : new ImportedRecord.OtherType(type);
        } catch (JacksonException | InvalidValueException e) {
            return new ImportedRecord.Undecodable(String.valueOf(e.getMessage()));
        }
    }
}
