package org.berea.simulator.journal;

import java.time.Duration;
import java.time.Instant;
import org.berea.simulator.behaviour.Applied;
import org.berea.simulator.openai.ChatRequest;
import org.berea.simulator.openai.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Writes down one call while it runs; the first end counts. */
public final class Recording {
    private static final int LONGEST_TEXT = 64_000;

    private final long number;
    private final ChatRequest request;
    private final Applied applied;
    private final Instant receivedAt = Instant.now();
    private final StringBuilder text = new StringBuilder();
    private long tokens;
    private Outcome outcome = Outcome.RUNNING;
    private @Nullable Instant endedAt;
    private @Nullable TokenUsage usage;

    Recording(long number, ChatRequest request, Applied applied) {
        this.number = number;
        this.request = request;
        this.applied = applied;
    }

    public long number() {
        return number;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Counts only before the end: a token may be under way when the client goes. */
    public synchronized void produced(String token) {
        if (outcome != Outcome.RUNNING) {
            return;
        }
        tokens++;
        text.append(token, 0, Math.min(token.length(), LONGEST_TEXT - text.length()));
    }

    public synchronized void reported(TokenUsage told) {
        usage = told;
    }

    public void finished() {
        end(Outcome.FINISHED);
    }

    public void cancelled() {
        end(Outcome.CANCELLED);
    }

    public void faulted() {
        end(Outcome.FAULTED);
    }

    private synchronized void end(Outcome how) {
        if (outcome == Outcome.RUNNING) {
            outcome = how;
            endedAt = Instant.now();
        }
    }

    synchronized JournalEntry entry() {
        return new JournalEntry(
                number,
                receivedAt,
                request.model(),
                request.isStreamed(),
                request.messages(),
                request.outputLimit().isPresent() ? request.outputLimit().getAsInt() : null,
                applied.behaviour(),
                applied.correction(),
                tokens,
                text.toString(),
                usage,
                outcome,
                endedAt,
                outcome == Outcome.CANCELLED ? endedAt : null,
                endedAt == null ? null : Duration.between(receivedAt, endedAt).toMillis());
    }
}
