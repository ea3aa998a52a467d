package org.berea.gateway.routes;

import java.time.Duration;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a stream may take, once its headers are there.
 *
 * @param silence between two pieces; a living service sends a comment every 15 s
 * @param whole from its first piece to its last, not longer than the caller token lives
 * @param farewell for the event that tells of a broken stream to reach the client's socket
 */
@ConfigurationProperties(prefix = "berea.streams", ignoreUnknownFields = false)
record StreamSettings(
        @DefaultValue("45s") Duration silence,
        @DefaultValue("5m") Duration whole,
        @DefaultValue("5s") Duration farewell) {
    StreamSettings {
        check("silence", silence);
        check("whole", whole);
        check("farewell", farewell);
    }

    private static void check(String name, Duration limit) {
        if (!limit.isPositive()) {
            throw InvalidValueException.of("berea.streams." + name, limit, "more than 0s");
        }
    }
}
