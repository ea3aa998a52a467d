package org.berea.search.engine;

import java.nio.file.Path;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index is and what its vectors are.
 *
 * @param folder of the index, made when missing
 * @param dimension how many numbers a vector has
 */
@ConfigurationProperties(prefix = "berea.search.engine", ignoreUnknownFields = false)
public record EngineSettings(Path folder, @DefaultValue("384") int dimension) {
    private static final int LARGEST_DIMENSION = 1024;

    public EngineSettings {
        Check.present("berea.search.engine.folder", folder);
        Check.range("berea.search.engine.dimension", dimension, 1, LARGEST_DIMENSION);
    }
}
