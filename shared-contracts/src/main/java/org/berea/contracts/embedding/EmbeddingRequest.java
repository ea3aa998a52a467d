package org.berea.contracts.embedding;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /ai/embeddings}, OpenAI's shape.
 *
 * @param model must be the one served when given
 * @param input 1 to 256 texts of at most 8,000 characters; a lone string counts as one
 * @param inputType queries get the model's query instruction, passages do not; passage when absent
 */
public record EmbeddingRequest(
        @Nullable String model,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> input,
        @JsonProperty("input_type") @Nullable InputType inputType) {
    private static final int MOST = 256;
    private static final int LONGEST = 8_000;

    /** What the texts are for. */
    public enum InputType {
        QUERY,
        PASSAGE;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static InputType of(String label) {
            return switch (label) {
                case "query" -> QUERY;
                case "passage" -> PASSAGE;
                default -> throw InvalidValueException.of("input_type", label, "query or passage");
            };
        }
    }

    public EmbeddingRequest {
        input = List.copyOf(Check.size("input", Check.present("input", input), 1, MOST));
        input.forEach(text -> Check.text("input", text, LONGEST));
    }

    public static EmbeddingRequest query(String text) {
        return new EmbeddingRequest(null, List.of(text), InputType.QUERY);
    }

    public InputType type() {
        return inputType == null ? InputType.PASSAGE : inputType;
    }
}
