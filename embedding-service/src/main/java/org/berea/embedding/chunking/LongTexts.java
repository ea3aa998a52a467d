package org.berea.embedding.chunking;

import java.util.ArrayList;
import java.util.List;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.PieceEmbedder;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Embeds texts that are longer than the model reads in pieces. Questions, verses and notes become
 * the mean of their pieces' vectors; a passage of an API caller is not touched, because only the
 * caller knows what its vector is to stand for.
 */
public final class LongTexts implements Embedder, PieceEmbedder {
    // The rest is for what the model adds to each piece, and for pieces that are not quite equal.
    private static final double FILLED = 0.85;
    private static final int MOST_OF_A_QUERY = 16;
    private static final int MOST = 128;

    private final Embedder next;

    public LongTexts(Embedder next) {
        this.next = next;
    }

    @Override
    public Mono<Encoding> embed(Text text) {
        return switch (text.purpose()) {
            case PASSAGE -> next.embed(text);
            case QUERY, NOTE, IMPORT -> pieces(text).map(LongTexts::together);
        };
    }

    @Override
    public Mono<List<Encoding>> pieces(Text text) {
        return next.embed(text).flatMapMany(encoding -> orItsPieces(text, encoding)).collectList();
    }

    private Flux<Encoding> orItsPieces(Text text, Encoding encoding) {
        return switch (encoding) {
            case Encoding.Encoded _, Encoding.Refused _ -> Flux.just(encoding);
            case Encoding.TooLong(int tokens, int most) -> itsPieces(text, tokens, most);
        };
    }

    private Flux<Encoding> itsPieces(Text text, int tokens, int most) {
        int count = Math.max(2, (int) Math.ceil(tokens / (most * FILLED)));
        int allowed = text.purpose() == Purpose.QUERY ? MOST_OF_A_QUERY : MOST;
        List<String> parts = count > allowed ? List.of() : Splitting.split(text.content(), count);
        if (parts.size() < 2) {
            return Flux.just(new Encoding.TooLong(tokens, (int) (allowed * most * FILLED)));
        }
        return Flux.fromIterable(parts)
                .map(part -> new Text(part, text.purpose()))
                .flatMapSequential(
                        part -> next.embed(part).flatMapMany(it -> orItsPieces(part, it)));
    }

    /** The mean of all, unless one of them is no vector: then that is the outcome. */
    private static Encoding together(List<Encoding> pieces) {
        var encoded = new ArrayList<Encoding.Encoded>();
        for (Encoding piece : pieces) {
            switch (piece) {
                case Encoding.Encoded vector -> encoded.add(vector);
                case Encoding.TooLong _, Encoding.Refused _ -> {
                    return piece;
                }
            }
        }
        return encoded.size() == 1 ? encoded.getFirst() : mean(encoded);
    }

    private static Encoding mean(List<Encoding.Encoded> pieces) {
        var vectors = pieces.stream().map(Encoding.Encoded::vector).toList();
        int tokens = pieces.stream().mapToInt(Encoding.Encoded::tokens).sum();
        return new Encoding.Encoded(Vectors.mean(vectors), tokens);
    }
}
