package org.berea.search.engine;

import java.nio.file.Path;
import org.berea.contracts.Check;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which engine keeps the index, and where.
 *
 * @param name of the engine
 * @param folder of an embedded index, made when missing
 */
@ConfigurationProperties(prefix = "berea.search.engine", ignoreUnknownFields = false)
public record EngineSettings(@DefaultValue("lucene") Name name, Path folder) {
    /** The engines there are. */
    public enum Name {
        LUCENE,
        WEAVIATE
    }

    public EngineSettings {
        Check.present("berea.search.engine.folder", folder);
    }
}
