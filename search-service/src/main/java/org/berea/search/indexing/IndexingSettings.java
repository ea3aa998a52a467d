package org.berea.search.indexing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the service stays unready for the sake of what it has missed.
 *
 * @param contact for a Kafka that is away
 * @param reading for the index to have read everything
 */
@ConfigurationProperties(prefix = "berea.search.indexing", ignoreUnknownFields = false)
record IndexingSettings(
        @DefaultValue("10s") Duration contact, @DefaultValue("30s") Duration reading) {}
