package org.berea.embedding.encoding;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes over the wire to a remote model and back, as OpenAI laid it down. */
final class RemoteWire {
    private RemoteWire() {}

    record Request(
            String model,
            List<String> input,
            @JsonProperty("encoding_format") String encodingFormat) {}

    record Response(@Nullable List<@Nullable Item> data, @Nullable Usage usage) {}

    record Item(@Nullable Integer index, float @Nullable [] embedding) {}

    record Usage(@JsonProperty("prompt_tokens") @Nullable Long promptTokens) {}
}
