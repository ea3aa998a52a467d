package org.berea.search.engine;

import java.nio.file.Path;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the index is.
 *
 * @param folder of the index, made when missing
 */
@ConfigurationProperties(prefix = "berea.search.engine", ignoreUnknownFields = false)
public record EngineSettings(Path folder) {
    public EngineSettings {
        Check.present("berea.search.engine.folder", folder);
    }
}
