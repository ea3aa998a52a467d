package org.berea.benchmarks.faults.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A process of the suite that can be hurt. */
public enum Target {
    GATEWAY("gateway-service"),
    INFERENCE("inference-service"),
    INFERENCE_2("inference-service-2"),
    WORKER("postprocess-worker"),
    EMBEDDING("embedding-service"),
    SEARCH("search-service"),
    MODERATION("moderation-service"),
    SIMULATOR("provider-simulator"),
    KAFKA("kafka"),
    REDIS("redis"),
    POSTGRES("postgres");

    private final String process;

    Target(String process) {
        this.process = process;
    }

    /** The name that its supervisor gives it. */
    public String process() {
        return process;
    }

    /** Whether it is one of those of which only one may be hurt at a time. */
    public boolean isStore() {
        return this == KAFKA || this == REDIS || this == POSTGRES;
    }

    /** The one whose process has that name. */
    public static Optional<Target> of(String process) {
        return all().stream().filter(target -> target.process.equals(process)).findFirst();
    }

    static List<Target> all() {
        return Arrays.asList(values());
    }
}
