package org.berea.search;

import java.nio.file.Path;
import org.berea.search.weaviate.WeaviateForTests;
import org.berea.search.weaviate.WeaviateSettings;
import org.junit.jupiter.api.io.TempDir;

/** The same where each owner has a tenant on a shared server. */
class PrivateNotesOnWeaviateTest extends PrivateNotesTest {
    PrivateNotesOnWeaviateTest(@TempDir Path folder) throws Exception {
        super(folder);
    }

    @Override
    RunningSearch start(Path folder, String bootstrapServers) {
        WeaviateSettings settings = WeaviateForTests.settings(WeaviateForTests.prefix(folder));
        return RunningSearch.start(
                folder,
                bootstrapServers,
                "60s",
                "--BEREA_SEARCH_ENGINE=weaviate",
                "--BEREA_WEAVIATE_PREFIX=" + settings.prefix(),
                "--WEAVIATE_URL=" + settings.url(),
                "--WEAVIATE_GRPC_PORT=" + settings.grpcPort(),
                "--WEAVIATE_API_KEY=" + settings.apiKey());
    }
}
