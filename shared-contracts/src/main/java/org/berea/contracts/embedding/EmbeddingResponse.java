package org.berea.contracts.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer of {@code POST /ai/embeddings}, OpenAI's shape with the model's version and dimension.
 *
 * @param object always {@code list}
 */
public record EmbeddingResponse(
        String object,
        List<Item> data,
        String model,
        String version,
        int dimension,
        TokenUsage usage) {
    /** One vector of unit length, in the order of the inputs. */
    public record Item(String object, int index, float[] embedding) {
        public static Item of(int index, float[] embedding) {
            return new Item("embedding", index, embedding);
        }
    }

    /** Tokens as the model counts them. */
    public record TokenUsage(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("total_tokens") long totalTokens) {}

    /** Model and version in one, as vectors are labelled; only equal labels are comparable. */
    public String modelLabel() {
        return model + "@" + version;
    }

    public static EmbeddingResponse of(
            List<Item> data, String model, String version, int dimension, long tokens) {
        return new EmbeddingResponse(
                "list", data, model, version, dimension, new TokenUsage(tokens, tokens));
    }
}
