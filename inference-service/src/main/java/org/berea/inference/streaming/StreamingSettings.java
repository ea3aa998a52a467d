package org.berea.inference.streaming;

import java.time.Duration;
import org.berea.contracts.InvalidValueException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keepAlive how long a stream is silent at most; a comment then shows that it lives
 */
@ConfigurationProperties(prefix = "berea.inference.streaming", ignoreUnknownFields = false)
record StreamingSettings(@DefaultValue("15s") Duration keepAlive) {
    StreamingSettings {
        if (!keepAlive.isPositive()) {
            throw InvalidValueException.of(
                    "berea.inference.streaming.keep-alive", keepAlive, "more than nothing");
        }
    }
}
