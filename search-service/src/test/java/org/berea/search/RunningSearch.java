package org.berea.search;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this process, on free ports. */
final class RunningSearch implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final SearchClient client;

    private RunningSearch(ConfigurableApplicationContext context) {
        this.context = context;
        this.client = new SearchClient(port("server"), port("management"));
    }

    /** Waits for Kafka as long as it takes. */
    static RunningSearch start(Path data, String kafka) {
        return start(data, kafka, "60s");
    }

    /** Waits for Kafka no longer than a second. */
    static RunningSearch startAlone(Path data, String kafka) {
        return start(data, kafka, "1s");
    }

    /** Beside an embedding service, with what the folder holds. */
    static RunningSearch startBeside(Path data, String embedding) {
        return start(data, "kafka.invalid:9092", "1s", "--berea.services.embedding=" + embedding);
    }

    /** With more settings. */
    static RunningSearch start(Path data, String kafka, String contact, String... arguments) {
        return new RunningSearch(
                SpringApplication.run(
                        SearchApplication.class,
                        Stream.concat(settings(data, kafka, contact), Stream.of(arguments))
                                .toArray(String[]::new)));
    }

    private static Stream<String> settings(Path data, String kafka, String contact) {
        return Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--berea.caller.key=" + SearchClient.key(),
                "--berea.search.web.limit=30s",
                "--berea.search.web.write-limit=30s",
                "--berea.search.indexing.reading=60s",
                "--berea.search.engine.folder=" + data.resolve("search"),
                "--berea.search.indexing.contact=" + contact,
                "--spring.kafka.bootstrap-servers=" + kafka);
    }

    SearchClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }

    private int port(String which) {
        return context.getEnvironment().getRequiredProperty("local." + which + ".port", int.class);
    }
}
