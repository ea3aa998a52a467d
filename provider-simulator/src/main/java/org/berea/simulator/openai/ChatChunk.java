package org.berea.simulator.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One chunk of a streamed answer, the JSON of one SSE frame. */
public record ChatChunk(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @Nullable TokenUsage usage) {
    /** What the chunk adds to the one answer. */
    public record Choice(
            int index,
            Delta delta,
            @Nullable Object logprobs,
            @JsonProperty("finish_reason") @Nullable String finishReason) {}

    /** The added text; the first chunk has the role and no text, the last one nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delta(@Nullable String role, @Nullable String content) {}

    public static ChatChunk role(Origin origin) {
        return of(origin, List.of(choice(new Delta("assistant", ""), null)), null);
    }

    public static ChatChunk content(Origin origin, String token) {
        return of(origin, List.of(choice(new Delta(null, token), null)), null);
    }

    public static ChatChunk finish(Origin origin, String reason) {
        return of(origin, List.of(choice(new Delta(null, null), reason)), null);
    }

    public static ChatChunk usage(Origin origin, TokenUsage usage) {
        return of(origin, List.of(), usage);
    }

    private static Choice choice(Delta delta, @Nullable String finishReason) {
        return new Choice(0, delta, null, finishReason);
    }

    private static ChatChunk of(Origin origin, List<Choice> choices, @Nullable TokenUsage usage) {
        return new ChatChunk(
                origin.id(),
                "chat.completion.chunk",
                origin.created(),
                origin.model(),
                choices,
                usage);
    }
}
