package org.berea.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.berea.contracts.completion.Verse;
import org.berea.contracts.event.PassageImported;
import org.berea.search.engine.Engine;
import org.berea.search.engine.lucene.LuceneEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapsTest {
    private final Engine engine;
    private final Indexing indexing;
    private final Gaps gaps;

    GapsTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.indexing = new Indexing(engine, new IndexingMetrics(new SimpleMeterRegistry()));
        this.gaps = new Gaps(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void tellsWhatHasNoVectorsAsTheEventsThatBroughtIt() {
        indexing.index(Imports.texts("01"), Map.of());
        assertThat(gaps.of(Imports.MODEL, 20)).isEqualTo(Imports.texts("01"));

        indexing.index(Imports.vectors("01", 1));
        assertThat(gaps.of(Imports.MODEL, 20))
                .containsExactly(Imports.text("01", 0), Imports.text("01", 2));
        assertThat(gaps.of(Imports.MODEL, 1)).containsExactly(Imports.text("01", 0));
    }

    @Test
    void hasNoneOnceAllIsEmbeddedButAnotherModelHasThemAll() {
        Indexed.complete(engine, "01");
        assertThat(gaps.of(Imports.MODEL, 20)).isEmpty();
        assertThat(gaps.of("other@1", 20)).hasSize(3);
    }

    @Test
    void putsWhatServesBeforeWhatIsToReplaceIt() {
        Indexed.complete(engine, "01");
        Indexed.text(engine, "02");
        assertThat(gaps.of(Imports.MODEL, 20))
                .extracting(PassageImported::importId)
                .containsExactly("02", "02", "02");
        assertThat(gaps.of("other@1", 4))
                .extracting(PassageImported::importId)
                .containsExactly("01", "01", "01", "02");
    }

    @Test
    void doesNotAskForTextThatIsNotThere() {
        indexing.index(List.of(Imports.text("01", 1)), Map.of());
        assertThat(gaps.of(Imports.MODEL, 20)).containsExactly(Imports.text("01", 1));
        indexing.index(Imports.vectors("01", 0));
        assertThat(gaps.of(Imports.MODEL, 20)).containsExactly(Imports.text("01", 1));
    }

    @Test
    void tellsVersesThatArePrintedAsOneAsTheyCame() {
        var verses = List.of(new Verse("ROM.8.28-29", "both"), new Verse("ROM.8.30", "one"));
        var event = new PassageImported("01", Imports.BST, 0, 1, verses);
        indexing.index(List.of(event), Map.of());
        assertThat(gaps.of(Imports.MODEL, 20)).containsExactly(event);
    }
}
