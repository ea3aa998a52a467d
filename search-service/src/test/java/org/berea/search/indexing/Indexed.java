package org.berea.search.indexing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.berea.search.engine.Engine;

/** Fills an engine as indexing does. */
public final class Indexed {
    private Indexed() {}

    /** The small translation, text only. */
    public static void text(Engine engine, String importId) {
        indexing(engine).index(Imports.texts(importId), Map.of());
    }

    /** The small translation with its vectors. */
    public static void complete(Engine engine, String importId) {
        text(engine, importId);
        for (int i = 0; i < Imports.total(); i++) {
            indexing(engine).index(Imports.vectors(importId, i));
        }
    }

    /** These events, read up to these offsets. */
    public static void events(
            Engine engine, List<? extends PassagesEvent> events, Map<Integer, Long> offsets) {
        indexing(engine).index(events, offsets);
    }

    /** These vectors, one batch after the other. */
    public static void vectors(Engine engine, VectorBatch... batches) {
        for (VectorBatch batch : batches) {
            indexing(engine).index(batch);
        }
    }

    /** Cross references, without a text that they connect. */
    public static void links(Engine engine, List<CrossReferencesImported> events) {
        events(engine, events, Map.of());
    }

    /** The longest chapter, text only. */
    public static void psalm119(Engine engine, String importId) {
        var verses =
                IntStream.rangeClosed(1, 176)
                        .mapToObj(i -> new Verse("PSA.119." + i, "Your law is good, " + i))
                        .toList();
        indexing(engine)
                .index(List.of(new PassageImported(importId, Imports.BST, 0, 1, verses)), Map.of());
    }

    /** Another translation, text only; each chapter an event. */
    @SafeVarargs
    public static void translation(Engine engine, String code, List<Verse>... chapters) {
        var translation = new Translation(code, code, "en", "public domain", 1);
        var events =
                IntStream.range(0, chapters.length)
                        .mapToObj(
                                i ->
                                        new PassageImported(
                                                "01", translation, i, chapters.length, chapters[i]))
                        .toList();
        indexing(engine).index(events, Map.of());
    }

    private static Indexing indexing(Engine engine) {
        var metrics = new IndexingMetrics(new SimpleMeterRegistry());
        return new Indexing(engine, metrics);
    }
}
