package org.berea.worker.publishing;

import java.util.List;
import org.berea.contracts.event.PassagesEvent;

/**
 * Some events of an import.
 *
 * @param note writes down that Kafka has them all
 */
public record Batch(List<Message> messages, Runnable note) {
    /** An event and its key, of which the topic keeps the newest event. */
    public record Message(String key, PassagesEvent event) {}

    public Batch {
        messages = List.copyOf(messages);
    }
}
