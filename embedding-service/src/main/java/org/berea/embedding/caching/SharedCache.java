package org.berea.embedding.caching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.berea.chassis.metrics.Metric;
import org.berea.embedding.text.Digest;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Answers a question that any instance embedded lately without the remote model, which costs time
 * and money. Whatever is the matter with the cache, the model is asked instead. Questions are not
 * kept in clear text.
 */
public final class SharedCache implements Embedder {
    private static final Logger log = LoggerFactory.getLogger(SharedCache.class);

    private final Embedder next;
    private final RedisVectors vectors;
    private final ModelIdentity model;
    private final Counter hits;
    private final Counter misses;
    private final Counter failures;

    public SharedCache(
            Embedder next, RedisVectors vectors, ModelIdentity model, MeterRegistry meters) {
        this.next = next;
        this.vectors = vectors;
        this.model = model;
        this.hits = Metric.EMBEDDING_CACHE.counter(meters, "kind", "shared-hit");
        this.misses = Metric.EMBEDDING_CACHE.counter(meters, "kind", "shared-miss");
        this.failures = Metric.EMBEDDING_CACHE.counter(meters, "kind", "shared-failure");
    }

    @Override
    public Mono<Encoding> embed(Text text) {
        if (text.purpose() != Purpose.QUERY) {
            return next.embed(text);
        }
        byte[] key = key(text);
        return lookUp(key)
                .flatMap(
                        known ->
                                known.<Mono<Encoding>>map(Mono::just)
                                        .orElseGet(() -> ask(text, key)));
    }

    private Mono<Optional<Encoding.Encoded>> lookUp(byte[] key) {
        return vectors.get(key)
                .map(bytes -> StoredVector.of(bytes, model.dimension()))
                .defaultIfEmpty(Optional.empty())
                .doOnNext(known -> (known.isPresent() ? hits : misses).increment())
                .onErrorResume(failure -> Mono.fromSupplier(() -> failed(failure)));
    }

    private Mono<Encoding> ask(Text text, byte[] key) {
        return next.embed(text).doOnNext(encoding -> keep(key, encoding));
    }

    /** Nobody waits for it. */
    private void keep(byte[] key, Encoding encoding) {
        switch (encoding) {
            case Encoding.Encoded encoded ->
                    vectors.put(key, StoredVector.bytes(encoded)).subscribe(_ -> {}, this::failed);
            case Encoding.TooLong _, Encoding.Refused _ -> {}
        }
    }

    private Optional<Encoding.Encoded> failed(Throwable failure) {
        failures.increment();
        log.debug("the shared cache fails: {}", failure.toString());
        return Optional.empty();
    }

    private byte[] key(Text text) {
        String source = String.join("\n", model.label(), text.purpose().label(), text.content());
        return ("berea:embedding:" + Digest.of(source)).getBytes(StandardCharsets.UTF_8);
    }
}
