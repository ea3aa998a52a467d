package org.berea.embedding.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.NoteDeleted;
import org.berea.contracts.event.NoteSaved;
import org.berea.contracts.event.PassageHighlighted;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.event.UserErased;
import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.VectorBatch;
import org.berea.embedding.text.Embedder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.PieceEmbedder;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the vectors of what events bring. */
final class Packing {
    private static final Logger log = LoggerFactory.getLogger(Packing.class);
    // A remote model gets a whole chapter at once; far below what may wait.
    private static final int AT_ONCE = 64;

    private final Embedder embedder;
    private final PieceEmbedder pieces;
    private final ModelIdentity model;
    private final Patience patience;

    Packing(Embedder embedder, PieceEmbedder pieces, ModelIdentity model, Patience patience) {
        this.embedder = embedder;
        this.pieces = pieces;
        this.model = model;
        this.patience = patience;
    }

    /** The vectors of a chapter's verses; a verse that the model refuses has none. */
    Mono<Parcel> pack(PassageImported event) {
        return Flux.fromIterable(EmbeddedText.of(event.verses()))
                .flatMapSequential(this::embed, AT_ONCE, 1)
                .map(encoding -> vector("a text of the chapter from " + first(event), encoding))
                .collectList()
                .map(embedded -> chapter(event, vectors(event.verses(), embedded)));
    }

    /**
     * The vectors of a note's or highlight's pieces; empty when the model refuses them all, and for
     * an event that takes something away.
     */
    Mono<Parcel> pack(StudyEvent event) {
        return switch (event) {
            case NoteSaved(var id, var owner, var version, _, var text, _) ->
                    embed(text).map(vectors -> note(owner, id, version, vectors));
            case PassageHighlighted(var id, var owner, var version, _, var text, _) ->
                    embed(text).map(vectors -> note(owner, id, version, vectors));
            case NoteDeleted _, UserErased _ -> Mono.empty();
        };
    }

    private Mono<Encoding> embed(Text text) {
        return embedder.embed(text).retryWhen(patience.retry());
    }

    private static String first(PassageImported event) {
        return event.verses().isEmpty() ? "nothing" : event.verses().getFirst().ref();
    }

    private static List<VectorBatch.VerseVector> vectors(
            List<Verse> verses, List<Optional<float[]>> embedded) {
        var vectors = new ArrayList<VectorBatch.VerseVector>();
        for (int i = 0; i < verses.size(); i++) {
            String ref = verses.get(i).ref();
            EmbeddedText.vector(i, verses.size(), embedded)
                    .ifPresent(vector -> vectors.add(new VectorBatch.VerseVector(ref, vector)));
        }
        return vectors;
    }

    private Mono<List<float[]>> embed(String text) {
        return pieces.pieces(new Text(text, Purpose.NOTE))
                .retryWhen(patience.retry())
                .map(Packing::vectors)
                .filter(vectors -> !vectors.isEmpty());
    }

    private static List<float[]> vectors(List<Encoding> pieces) {
        var vectors = new ArrayList<float[]>();
        pieces.forEach(piece -> vector("a piece of a note", piece).ifPresent(vectors::add));
        return Fewer.of(vectors, NoteVectors.MOST);
    }

    private static Optional<float[]> vector(String what, Encoding encoding) {
        return switch (encoding) {
            case Encoding.Encoded(var vector, _) -> Optional.of(vector);
            case Encoding.TooLong(int tokens, int most) -> {
                log.warn("{} stays without vector: {} tokens, at most {}", what, tokens, most);
                yield Optional.empty();
            }
            case Encoding.Refused(String why) -> {
                log.warn("{} stays without vector: {}", what, why);
                yield Optional.empty();
            }
        };
    }

    private Parcel chapter(PassageImported event, List<VectorBatch.VerseVector> vectors) {
        return new Parcel.Chapter(
                new VectorBatch(
                        event.importId(),
                        event.translation().code(),
                        event.sequence(),
                        event.total(),
                        model.label(),
                        vectors));
    }

    private Parcel note(String owner, String noteId, long version, List<float[]> vectors) {
        return new Parcel.Note(new NoteVectors(owner, noteId, version, model.label(), vectors));
    }
}
