package org.berea.search;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.berea.localstack.servers.FreePorts;

/** The whole service as a process of its own, which can be killed. */
final class SearchProcess implements AutoCloseable {
    private static final int LIMIT_SECONDS = 20;
    private static final Redirect LOG = Redirect.appendTo(new File("target/search-process.log"));

    private final Process process;
    private final SearchClient client;

    private SearchProcess(Process process, SearchClient client) {
        this.process = process;
        this.client = client;
    }

    static SearchProcess start(Path data, String kafka) throws IOException {
        int port = FreePorts.next();
        int management = FreePorts.next();
        var builder =
                new ProcessBuilder(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SearchApplication.class.getName()));
        builder.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT",
                                Integer.toString(port),
                                "MANAGEMENT_SERVER_PORT",
                                Integer.toString(management),
                                "BEREA_CALLER_KEY",
                                SearchClient.key(),
                                "BEREA_DATA_DIR",
                                data.toString(),
                                "KAFKA_BOOTSTRAP_SERVERS",
                                kafka,
                                "BEREA_SEARCH_WEB_LIMIT",
                                "30s",
                                "BEREA_SEARCH_WEB_WRITELIMIT",
                                "30s",
                                "BEREA_SEARCH_INDEXING_CONTACT",
                                "60s",
                                "BEREA_SEARCH_INDEXING_READING",
                                "60s"));
        builder.redirectErrorStream(true).redirectOutput(LOG);
        return new SearchProcess(builder.start(), new SearchClient(port, management));
    }

    SearchClient client() {
        return client;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process outlives its killing");
        }
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        kill();
    }
}
