package org.berea.simulator.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.berea.simulator.behaviour.Behaviour;
import org.berea.simulator.openai.Message;
import org.berea.simulator.openai.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * One call as far as it has come.
 *
 * @param number from 1, also the call's {@code x-request-id: req-NUMBER}
 * @param messages as asked
 * @param maxTokens the output limit that was asked for
 * @param behaviour what applied, all layers together
 * @param correction whether the prompt was taken for one that corrects or continues an answer
 * @param producedTokens before the end or the cancel, counted as {@code Tokens} says
 * @param producedText the first 64,000 characters of it
 * @param usage as reported, when it was
 * @param finishedAt the end of whatever kind, absent while running
 * @param cancelledAt when the client's going was noticed
 * @param milliseconds from the request to the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalEntry(
        long number,
        Instant receivedAt,
        String model,
        boolean stream,
        List<Message> messages,
        @Nullable Integer maxTokens,
        Behaviour behaviour,
        boolean correction,
        long producedTokens,
        String producedText,
        @Nullable TokenUsage usage,
        Outcome outcome,
        @Nullable Instant finishedAt,
        @Nullable Instant cancelledAt,
        @Nullable Long milliseconds) {}
