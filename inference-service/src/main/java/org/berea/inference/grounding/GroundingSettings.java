package org.berea.inference.grounding;

import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param passages how many passages an answer gets at most
 */
@ConfigurationProperties(prefix = "berea.inference.grounding", ignoreUnknownFields = false)
record GroundingSettings(@DefaultValue("8") int passages) {
    GroundingSettings {
        Check.range("berea.inference.grounding.passages", passages, 1, 100);
    }
}
