package org.berea.embedding.bulk;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.Translation;

/** Chapters of an import that has a thousand. */
final class Chapters {
    private static final int TOTAL = 1_000;
    private static final Translation BST = new Translation("BST", "Berea", "en", "free", 3);

    private Chapters() {}

    static PassageImported of(String importId, int sequence, int verses) {
        return of(
                importId,
                sequence,
                IntStream.rangeClosed(1, verses)
                        .mapToObj(i -> verse(i, "Verse " + i + " of " + sequence))
                        .toArray(Verse[]::new));
    }

    static PassageImported of(String importId, int sequence, Verse... verses) {
        return new PassageImported(importId, BST, sequence, TOTAL, List.of(verses));
    }

    static Verse verse(int number, String text) {
        return new Verse("GEN.1." + number, text);
    }
}
