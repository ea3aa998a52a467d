package org.berea.simulator.openai;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The body of {@code POST /v1/chat/completions}; fields that change nothing here are ignored. */
@JsonNaming(SnakeCaseStrategy.class)
public record ChatRequest(
        String model,
        List<Message> messages,
        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,
        @Nullable Integer maxTokens,
        @Nullable Integer maxCompletionTokens,
        @Nullable Integer n,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> stop,
        @Nullable ResponseFormat responseFormat) {
    /** Whether a last chunk tells the usage. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    /** Asks for JSON: {@code json_object}, or {@code json_schema} with the schema beside it. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ResponseFormat(@Nullable String type, @Nullable JsonSchema jsonSchema) {}

    /** A schema under its name. */
    public record JsonSchema(@Nullable String name, @Nullable JsonNode schema) {}

    public ChatRequest {
        if (orEmpty(model).isBlank()) {
            throw ApiException.invalid("model", "you must provide a model parameter");
        }
        messages = copy(messages);
        stop = copy(stop);
        if (messages.isEmpty()) {
            throw ApiException.invalid("messages", "messages: empty (expected: at least one)");
        }
        if (n != null && n != 1) {
            throw ApiException.invalid("n", "n: '%d' (expected: 1)".formatted(n));
        }
        atLeastOne("max_tokens", maxTokens);
        atLeastOne("max_completion_tokens", maxCompletionTokens);
    }

    /** The most tokens that the answer may have, when the client set a limit. */
    public OptionalInt outputLimit() {
        Integer limit = maxCompletionTokens != null ? maxCompletionTokens : maxTokens;
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    public boolean isStreamed() {
        return Boolean.TRUE.equals(stream);
    }

    public boolean wantsUsageChunk() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }

    public boolean wantsJson() {
        return responseFormat != null && orEmpty(responseFormat.type()).startsWith("json");
    }

    /** The schema given as {@code response_format}. */
    public Optional<JsonNode> schema() {
        return Optional.ofNullable(responseFormat)
                .map(ResponseFormat::jsonSchema)
                .map(JsonSchema::schema);
    }

    /** The latest message. */
    public Message last() {
        return messages.getLast();
    }

    private static void atLeastOne(String field, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw ApiException.invalid(
                    field, "%s: '%d' (expected: 1 or more)".formatted(field, value));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
