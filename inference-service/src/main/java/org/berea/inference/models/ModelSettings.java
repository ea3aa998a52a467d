package org.berea.inference.models;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The models of an installation, those of a class in order of preference. */
@ConfigurationProperties(prefix = "berea.inference.models", ignoreUnknownFields = false)
record ModelSettings(List<ModelSpec> list) {
    ModelSettings {
        list = List.copyOf(list);
    }
}
