package org.berea.inference.events;

import java.util.Map;
import org.berea.contracts.Check;

/**
 * An event as it is sent and kept.
 *
 * @param value its JSON
 * @param traceparent the W3C header of the trace that it is part of; blank when there is none
 */
record Envelope(String topic, String key, String value, String traceparent) {
    Envelope {
        Check.present("topic", topic);
        Check.present("key", key);
        Check.present("value", value);
    }

    /** From the fields of an entry in the outbox; unknown ones do not matter. */
    static Envelope of(Map<String, String> fields) {
        return new Envelope(
                Check.present("topic", fields.get("topic")),
                Check.present("key", fields.get("key")),
                Check.present("value", fields.get("value")),
                fields.getOrDefault("traceparent", ""));
    }
}
