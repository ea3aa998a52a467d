package org.berea.inference.streaming;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param address where the other instances reach this one
 */
@ConfigurationProperties(prefix = "berea.inference.instance", ignoreUnknownFields = false)
record InstanceSettings(URI address) {}
