package org.berea.contracts.records;

import java.time.Instant;
import java.util.List;
import org.berea.contracts.CompletionId;
import org.berea.contracts.completion.Task;
import org.berea.contracts.event.CompletionFinished.Outcome;

/** One question that the caller asked. */
public record HistoryItem(
        CompletionId id,
        Instant askedAt,
        Task task,
        String question,
        String answer,
        List<String> references,
        Outcome outcome) {}
