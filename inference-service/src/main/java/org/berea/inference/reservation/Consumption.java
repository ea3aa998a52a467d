package org.berea.inference.reservation;

import org.jspecify.annotations.Nullable;

/**
 * What all model calls of one answer used together. Calls follow each other; readers may be
 * elsewhere.
 */
public final class Consumption {
    private @Nullable String model;
    private long promptTokens;
    private long outputTokens;
    private long costMicros;

    /** Adds a call that was made. */
    public synchronized void add(String modelId, long prompt, long output, long micros) {
        model = modelId;
        promptTokens += prompt;
        outputTokens += output;
        costMicros += micros;
    }

    /** The state at this moment. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(model, promptTokens, outputTokens, costMicros);
    }

    /**
     * @param model the last that was called, or null when none was
     */
    public record Snapshot(
            @Nullable String model, long promptTokens, long outputTokens, long costMicros) {}
}
