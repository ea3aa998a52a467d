package org.berea.search.engine;

import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.search.Translation;
import org.berea.contracts.search.VectorBatch;
import org.berea.contracts.search.VectorBatch.VerseVector;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.EditionKey;
import org.berea.search.indexing.Indexed;

/** Three verses in two chapters, as an import brings them. */
final class SmallText {
    static final String CODE = "SML";
    static final String MODEL = "small@1";
    static final EditionKey FIRST = new EditionKey(CODE, "01");
    static final EditionKey SECOND = new EditionKey(CODE, "02");

    static final VerseRef ROM_8_28 = verse("ROM.8.28");
    static final VerseRef ROM_8_31 = verse("ROM.8.31");
    static final VerseRef PSA_23_1 = verse("PSA.23.1");

    static final String PURPOSE = "All things work for those called to his purpose";
    static final String AGAINST = "If God is for us, who can be against us?";
    static final String SHEPHERD = "The Lord is my shepherd";

    private static final int TOTAL = 2;

    private SmallText() {}

    /** Romans, then the psalm. */
    static List<PassageImported> events(EditionKey edition) {
        return List.of(romans(edition), psalm(edition, SHEPHERD));
    }

    static PassageImported romans(EditionKey edition) {
        return chapter(edition, 0, new Verse("ROM.8.28", PURPOSE), new Verse("ROM.8.31", AGAINST));
    }

    static PassageImported psalm(EditionKey edition, String text) {
        return chapter(edition, 1, new Verse("PSA.23.1", text));
    }

    static PassageImported chapter(EditionKey edition, int sequence, Verse... verses) {
        var translation = new Translation(edition.translation(), "Small", "en", "free", 3);
        return new PassageImported(
                edition.importId(), translation, sequence, TOTAL, List.of(verses));
    }

    /** Along the axes 1 and 2. */
    static VectorBatch romansVectors(EditionKey edition, String model) {
        return vectors(
                edition,
                model,
                0,
                new VerseVector("ROM.8.28", Vectors.axis(1)),
                new VerseVector("ROM.8.31", Vectors.axis(2)));
    }

    /** Along the axis 3. */
    static VectorBatch psalmVectors(EditionKey edition, String model) {
        return vectors(edition, model, 1, new VerseVector("PSA.23.1", Vectors.axis(3)));
    }

    static VectorBatch vectors(
            EditionKey edition, String model, int sequence, VerseVector... vectors) {
        return new VectorBatch(
                edition.importId(),
                edition.translation(),
                sequence,
                TOTAL,
                model,
                List.of(vectors));
    }

    /** With all its vectors. */
    static Engine stored(Engine engine) {
        Indexed.events(engine, events(FIRST), Map.of(0, 7L));
        Indexed.vectors(engine, romansVectors(FIRST, MODEL), psalmVectors(FIRST, MODEL));
        return engine;
    }

    static List<String> terms(String words) {
        try (var terms = Terms.all()) {
            return terms.of(words);
        }
    }

    static VerseRef verse(String wire) {
        return VerseRef.parse(wire).orElseThrow();
    }
}
