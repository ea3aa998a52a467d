package org.berea.embedding.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.berea.chassis.metrics.Metric;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/**
 * Answers a query that was embedded lately without the model. Passages pass by: they are rarely
 * asked for twice and would drive the queries out.
 */
public final class QueryCache implements Embedder {
    // What a map entry, a key and the records cost beside their numbers and characters.
    private static final int OVERHEAD_BYTES = 200;

    private final Embedder next;
    private final Cache<Text, Encoding.Encoded> vectors;
    private final Counter hits;
    private final Counter misses;

    /**
     * @param size about how much memory the vectors and their texts may take
     */
    public QueryCache(Embedder next, DataSize size, MeterRegistry meters) {
        this.next = next;
        this.vectors =
                Caffeine.newBuilder()
                        .maximumWeight(size.toBytes())
                        .<Text, Encoding.Encoded>weigher(QueryCache::bytes)
                        .build();
        this.hits = Metric.EMBEDDING_CACHE.counter(meters, "kind", "hit");
        this.misses = Metric.EMBEDDING_CACHE.counter(meters, "kind", "miss");
    }

    @Override
    public Mono<Encoding> embed(Text text) {
        return text.purpose() == Purpose.QUERY ? Mono.defer(() -> lookUp(text)) : next.embed(text);
    }

    private Mono<Encoding> lookUp(Text text) {
        Encoding.Encoded known = vectors.getIfPresent(text);
        if (known != null) {
            hits.increment();
            return Mono.just(known);
        }
        misses.increment();
        return next.embed(text).doOnNext(encoding -> keep(text, encoding));
    }

    private void keep(Text text, Encoding encoding) {
        switch (encoding) {
            case Encoding.Encoded encoded -> vectors.put(text, encoded);
            case Encoding.TooLong _, Encoding.Refused _ -> {}
        }
    }

    private static int bytes(Text text, Encoding.Encoded encoded) {
        return OVERHEAD_BYTES
                + text.content().length() * Character.BYTES
                + encoded.vector().length * Float.BYTES;
    }
}
