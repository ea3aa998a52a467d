package org.berea.simulator.openai;

import java.time.Instant;
import java.util.UUID;

/**
 * What all chunks of one answer have in common.
 *
 * @param created in seconds since 1970
 */
public record Origin(String id, long created, String model) {
    public static Origin of(String model, Instant created) {
        String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
        return new Origin(id, created.getEpochSecond(), model);
    }
}
