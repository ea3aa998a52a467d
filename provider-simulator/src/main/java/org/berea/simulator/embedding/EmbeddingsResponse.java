package org.berea.simulator.embedding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.berea.simulator.composing.Tokens;

/** The answer of {@code POST /v1/embeddings}, in the order of the texts. */
record EmbeddingsResponse(String object, List<Item> data, String model, Usage usage) {
    /**
     * @param embedding numbers, or base64 of their little-endian 32-bit form
     */
    record Item(String object, int index, Object embedding) {}

    record Usage(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("total_tokens") long totalTokens) {}

    static EmbeddingsResponse of(EmbeddingsRequest request, int defaultDimension) {
        int dimension = request.dimensions() == null ? defaultDimension : request.dimensions();
        long tokens = request.input().stream().mapToLong(Tokens::count).sum();
        List<Item> items =
                IntStream.range(0, request.input().size())
                        .mapToObj(index -> item(request, index, dimension))
                        .toList();
        return new EmbeddingsResponse("list", items, request.model(), new Usage(tokens, tokens));
    }

    private static Item item(EmbeddingsRequest request, int index, int dimension) {
        float[] vector = HashedVectors.of(request.input().get(index), dimension);
        return new Item("embedding", index, request.wantsBase64() ? base64(vector) : vector);
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
