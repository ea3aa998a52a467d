package org.berea.localstack.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.berea.contracts.InvalidValueException;

/** The services that {@code berea up} runs, and what each needs. */
public enum Service {
    GATEWAY("gateway", "gateway-service", 8080, 256, 3),
    INFERENCE("inference", "inference-service", 8081, 384, 2),
    EMBEDDING("embedding", "embedding-service", 8082, 512, 1),
    MODERATION("moderation", "moderation-service", 8083, 256, 1),
    SEARCH("search", "search-service", 8084, 384, 1),
    WORKER("worker", "postprocess-worker", 8085, 384, 1),
    SIMULATOR("simulator", "provider-simulator", 8090, 256, 1);

    /** The stage of the stores, which end after all services. */
    static final int STORE_STAGE = 0;

    private final String label;
    private final String module;
    private final int port;
    private final int heapMegabytes;
    private final int stage;

    Service(String label, String module, int port, int heapMegabytes, int stage) {
        this.label = label;
        this.module = module;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.stage = stage;
    }

    /**
     * The service of that label.
     *
     * @throws InvalidValueException when there is none; the message lists all
     */
    public static Service of(String label) {
        return find(label)
                .orElseThrow(() -> InvalidValueException.of("--instances", label, labels()));
    }

    /** For example {@code inference}. */
    public String label() {
        return label;
    }

    /** The Maven module, also the name of its process. */
    String module() {
        return module;
    }

    /** The port it takes when nobody else has it. */
    int port() {
        return port;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /**
     * What its JVM is told beside what all are. Searching and indexing compute with vectors all the
     * time: that is worth the full compiler and the processor's vector instructions.
     */
    List<String> javaOptions() {
        return this == SEARCH ? Java.FOR_VECTORS : List.of();
    }

    /** The order of stopping: first the higher, which call the lower. */
    int stage() {
        return stage;
    }

    /** The variable that holds the addresses of all its instances for the services that call it. */
    String addressVariable() {
        return "BEREA_" + name() + "_URLS";
    }

    private static Optional<Service> find(String label) {
        return Arrays.stream(values()).filter(service -> service.label.equals(label)).findFirst();
    }

    private static String labels() {
        return Arrays.stream(values()).map(Service::label).collect(Collectors.joining(", "));
    }
}
