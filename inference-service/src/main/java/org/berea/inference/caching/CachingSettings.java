package org.berea.inference.caching;

import java.time.Duration;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param entries how many answers are remembered at most; 0 remembers none
 * @param lifetime how long each is remembered; short, since an import may change the text
 */
@ConfigurationProperties(prefix = "berea.inference.caching", ignoreUnknownFields = false)
record CachingSettings(@DefaultValue("1000") int entries, @DefaultValue("5m") Duration lifetime) {
    CachingSettings {
        Check.range("berea.inference.caching.entries", entries, 0, 1_000_000);
    }
}
