package org.berea.inference.reservation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.berea.contracts.CompletionId;
import org.berea.contracts.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What one question may spend and has spent, all its model calls together. Calls follow each other;
 * readers may be elsewhere.
 */
public final class Spending {
    private final CompletionId completion;
    private final Caller caller;
    private final LocalDate day;
    private final Ceiling ceiling;
    private final Set<CallGrant> open = new HashSet<>();
    private boolean closed;
    private long committedTokens;
    private long committedMicros;
    private @Nullable String model;
    private long promptTokens;
    private long outputTokens;
    private long costMicros;

    /**
     * @param day on which the question was admitted, and against which it counts to its end
     */
    Spending(CompletionId completion, Caller caller, LocalDate day, Ceiling ceiling) {
        this.completion = completion;
        this.caller = caller;
        this.day = day;
        this.ceiling = ceiling;
    }

    public LocalDate day() {
        return day;
    }

    public Ceiling ceiling() {
        return ceiling;
    }

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

    CompletionId completion() {
        return completion;
    }

    Caller caller() {
        return caller;
    }

    /** What neither runs nor is spent. */
    synchronized Ceiling left() {
        return new Ceiling(
                Math.max(0, ceiling.tokens() - committedTokens),
                Math.max(0, ceiling.micros() - committedMicros));
    }

    /** Sets aside what a call may cost. */
    synchronized void open(CallGrant grant, long tokens, long micros) {
        open.add(grant);
        committedTokens += tokens;
        committedMicros += micros;
    }

    /** Corrects what was set aside by what is now known. */
    synchronized void settle(CallGrant grant, long tokens, long micros) {
        open.remove(grant);
        committedTokens += tokens;
        committedMicros += micros;
    }

    /** Whether a call may still be made by the grant. */
    synchronized boolean holds(CallGrant grant) {
        return !closed && open.contains(grant);
    }

    /** From now on no call may be made; the grants by which one still could be. */
    synchronized List<CallGrant> close() {
        closed = true;
        return List.copyOf(open);
    }

    /**
     * @param model the last that was called, or null when none was
     */
    public record Snapshot(
            @Nullable String model, long promptTokens, long outputTokens, long costMicros) {}
}
