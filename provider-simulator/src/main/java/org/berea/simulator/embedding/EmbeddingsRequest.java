package org.berea.simulator.embedding;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.berea.simulator.openai.ApiException;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/embeddings}: one text or a list of them. */
record EmbeddingsRequest(
        String model,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> input,
        @Nullable Integer dimensions,
        @JsonProperty("encoding_format") @Nullable String encodingFormat) {
    private static final int MOST_TEXTS = 2_048;
    private static final int MOST_DIMENSIONS = 4_096;

    @SuppressWarnings("ConstantValue")
    EmbeddingsRequest {
        if (model == null || model.isBlank()) {
            throw ApiException.invalid("model", "you must provide a model parameter");
        }
        if (input == null || input.isEmpty() || input.size() > MOST_TEXTS) {
            throw ApiException.invalid(
                    "input", "input: (expected: 1 to %d texts)".formatted(MOST_TEXTS));
        }
        input = List.copyOf(input);
        if (input.stream().anyMatch(String::isEmpty)) {
            throw ApiException.invalid("input", "input: '' (expected: text)");
        }
        if (dimensions != null && (dimensions < 1 || dimensions > MOST_DIMENSIONS)) {
            throw ApiException.invalid(
                    "dimensions",
                    "dimensions: '%d' (expected: 1 to %d)".formatted(dimensions, MOST_DIMENSIONS));
        }
        if (encodingFormat != null && !List.of("float", "base64").contains(encodingFormat)) {
            throw ApiException.invalid(
                    "encoding_format",
                    "encoding_format: '%s' (expected: float or base64)".formatted(encodingFormat));
        }
    }

    boolean wantsBase64() {
        return "base64".equals(encodingFormat);
    }
}
