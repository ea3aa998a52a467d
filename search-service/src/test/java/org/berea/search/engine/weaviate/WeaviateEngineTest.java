package org.berea.search.engine.weaviate;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineContract;
import org.berea.search.weaviate.WeaviateForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WeaviateEngineTest implements EngineContract {
    private final Set<String> prefixes = new HashSet<>();

    @Override
    public Engine open(Path folder) {
        String prefix = WeaviateForTests.prefix(folder);
        prefixes.add(prefix);
        return Engines.reached(WeaviateForTests.settings(prefix));
    }

    @AfterEach
    void tidyUp() {
        prefixes.forEach(WeaviateForTests::forget);
    }
}
