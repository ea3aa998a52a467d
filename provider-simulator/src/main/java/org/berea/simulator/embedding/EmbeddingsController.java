package org.berea.simulator.embedding;

import org.berea.simulator.openai.ApiKeys;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /v1/embeddings}. */
@RestController
public final class EmbeddingsController {
    private final ApiKeys keys;
    private final int dimension;

    public EmbeddingsController(ApiKeys keys, int dimension) {
        this.keys = keys;
        this.dimension = dimension;
    }

    @PostMapping("/v1/embeddings")
    Mono<EmbeddingsResponse> embed(
            @RequestBody Mono<EmbeddingsRequest> body, @RequestHeader HttpHeaders headers) {
        keys.check(headers);
        return body.map(request -> EmbeddingsResponse.of(request, dimension));
    }
}
