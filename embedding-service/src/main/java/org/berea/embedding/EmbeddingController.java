package org.berea.embedding;

import static org.berea.contracts.embedding.EmbeddingRequest.InputType;

import java.util.List;
import java.util.Locale;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.embedding.EmbeddingRequest;
import org.berea.contracts.embedding.EmbeddingResponse;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The embeddings API: each text in turn, all vectors in one answer. How long that took here, in
 * milliseconds, is told in {@code Server-Timing}.
 */
@RestController
class EmbeddingController {
    private static final String SERVER_TIMING = "Server-Timing";

    private final Embedder embedder;
    private final ModelIdentity model;
    private final int atOnce;

    EmbeddingController(Embedder embedder, ModelIdentity model, Capacity capacity) {
        this.embedder = embedder;
        this.model = model;
        // One request never holds more places than are worked on at once: large ones cannot shut
        // small ones out.
        this.atOnce = capacity.texts();
    }

    @PostMapping("/ai/embeddings")
    Mono<ResponseEntity<EmbeddingResponse>> embed(@RequestBody EmbeddingRequest request) {
        long began = System.nanoTime();
        requireServed(request);
        return Flux.range(0, request.input().size())
                .flatMapSequential(index -> embed(request, index), atOnce, 1)
                .collectList()
                .publishOn(Schedulers.parallel())
                .map(this::answer)
                .map(
                        answer ->
                                ResponseEntity.ok()
                                        .header(SERVER_TIMING, since(began))
                                        .body(answer));
    }

    private static String since(long began) {
        double millis = (System.nanoTime() - began) / 1e6;
        return String.format(Locale.ROOT, "embedding;dur=%.3f", millis);
    }

    private void requireServed(EmbeddingRequest request) {
        String asked = request.model();
        if (asked != null && !asked.equals(model.name())) {
            throw InvalidValueException.of("model", asked, model.name());
        }
    }

    private Mono<Encoding.Encoded> embed(EmbeddingRequest request, int index) {
        var text = new Text(request.input().get(index), purpose(request.type()));
        return embedder.embed(text).map(encoding -> accept(encoding, index));
    }

    private static Purpose purpose(InputType type) {
        return switch (type) {
            case QUERY -> Purpose.QUERY;
            case PASSAGE -> Purpose.PASSAGE;
        };
    }

    private static Encoding.Encoded accept(Encoding encoding, int index) {
        return switch (encoding) {
            case Encoding.Encoded encoded -> encoded;
            case Encoding.TooLong(int tokens, int most) ->
                    throw InvalidValueException.unshown(
                            "input[" + index + "]",
                            tokens + " tokens",
                            "at most " + most + ", which is what the model reads");
            case Encoding.Refused(String why) ->
                    throw InvalidValueException.unshown(
                            "input[" + index + "]",
                            "refused",
                            "a text that the model takes: " + why);
        };
    }

    private EmbeddingResponse answer(List<Encoding.Encoded> encodings) {
        var items =
                java.util.stream.IntStream.range(0, encodings.size())
                        .mapToObj(i -> EmbeddingResponse.Item.of(i, encodings.get(i).vector()))
                        .toList();
        long tokens = encodings.stream().mapToLong(Encoding.Encoded::tokens).sum();
        return EmbeddingResponse.of(
                items, model.name(), model.version(), model.dimension(), tokens);
    }
}
