package org.berea.simulator.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole answer as one JSON body. */
public record ChatCompletion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TokenUsage usage) {
    /** The one answer. */
    public record Choice(
            int index,
            Message message,
            @Nullable Object logprobs,
            @JsonProperty("finish_reason") String finishReason) {}

    public static ChatCompletion of(
            Origin origin, String text, String finishReason, @Nullable TokenUsage usage) {
        var choice = new Choice(0, new Message("assistant", text), null, finishReason);
        return new ChatCompletion(
                origin.id(),
                "chat.completion",
                origin.created(),
                origin.model(),
                List.of(choice),
                usage);
    }
}
