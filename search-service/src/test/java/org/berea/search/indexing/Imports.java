package org.berea.search.indexing;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.QueryVector;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.search.engine.Vectors;

/** A small translation of three chapters, as events and vectors. */
public final class Imports {
    public static final Translation BST =
            new Translation("BST", "Berea Sample Text", "en", "free to use", 12);

    /** What made the vectors. */
    public static final String MODEL = "test@1";

    private static final List<List<Verse>> CHAPTERS =
            List.of(
                    chapter(
                            "PSA.23",
                            "The Lord is my shepherd; I lack nothing.",
                            "He lets me rest in green meadows and leads me beside quiet waters.",
                            "He restores my soul.",
                            "Though I walk through the darkest valley, I fear no evil."),
                    chapter(
                            "MAT.5",
                            "When he saw the crowds he went up the hill and sat down.",
                            "He opened his mouth and taught them.",
                            "Happy are the poor in spirit, for the kingdom of heaven is theirs.",
                            "Happy are those who mourn, for they will be comforted."),
                    romans8());

    private Imports() {}

    /** How many events an import has. */
    public static int total() {
        return CHAPTERS.size();
    }

    public static PassageImported text(String importId, int sequence) {
        return new PassageImported(importId, BST, sequence, total(), CHAPTERS.get(sequence));
    }

    /** All events in order. */
    public static List<PassageImported> texts(String importId) {
        return IntStream.range(0, total()).mapToObj(i -> text(importId, i)).toList();
    }

    /** Each verse has an axis of its own: 10 × its chapter's place + its own place. */
    public static VectorBatch vectors(String importId, int sequence) {
        return vectors(importId, sequence, MODEL);
    }

    /** The same, as if another model had made them. */
    public static VectorBatch vectors(String importId, int sequence, String model) {
        List<Verse> verses = CHAPTERS.get(sequence);
        var vectors =
                IntStream.range(0, verses.size())
                        .mapToObj(
                                i ->
                                        new VerseVector(
                                                verses.get(i).ref(),
                                                Vectors.axis(10 * sequence + i)))
                        .toList();
        return new VectorBatch(importId, "BST", sequence, total(), model, vectors);
    }

    /** A question's vector, as the same model would make it. */
    public static QueryVector vector(float[] values) {
        return new QueryVector(MODEL, values);
    }

    private static List<Verse> romans8() {
        return List.of(
                new Verse("ROM.8.26", "The Spirit helps us when we are weak."),
                new Verse("ROM.8.27", "He who searches hearts knows what the Spirit wants."),
                new Verse("ROM.8.28", "God works all for good with those who love him."),
                new Verse("ROM.8.29", "Those he knew he chose to be like his Son."));
    }

    private static List<Verse> chapter(String name, String... verses) {
        return IntStream.range(0, verses.length)
                .mapToObj(i -> new Verse(name + "." + (i + 1), verses[i]))
                .toList();
    }
}
