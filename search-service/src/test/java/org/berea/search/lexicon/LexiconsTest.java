package org.berea.search.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.EditionKey;
import org.berea.search.engine.Engine;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconsTest {
    private static final VerseRef SHEPHERD = VerseRef.parse("PSA.23.1").orElseThrow();
    private static final EditionKey FIRST = new EditionKey("BST", "01");

    private final Engine engine;
    private final Lexicons lexicons;

    LexiconsTest(@TempDir Path folder) {
        engine = LuceneEngine.open(folder);
        lexicons = new Lexicons(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void readTheTermsOfWhatServes() {
        lexicons.refresh();
        assertThat(lexicons.of(FIRST)).isEmpty();
        Indexed.text(engine, "01");
        Indexed.translation(engine, "KJV", List.of(new Verse("ROM.8.28", "all things work")));
        lexicons.refresh();

        var evidence = lexicons.of(FIRST).orElseThrow().wording(List.of("shepherd")).of(SHEPHERD);
        assertThat(evidence).hasValueSatisfying(it -> assertThat(it.coverage()).isEqualTo(1));
        assertThat(lexicons.of(new EditionKey("KJV", "01"))).isPresent();
    }

    @Test
    void keepWhatGoesOnServingAndLetGoOfWhatDoesNot() {
        Indexed.complete(engine, "01");
        lexicons.refresh();
        var known = lexicons.of(FIRST);
        lexicons.refresh();
        assertThat(lexicons.of(FIRST).orElseThrow()).isSameAs(known.orElseThrow());

        Indexed.complete(engine, "02");
        lexicons.refresh();
        assertThat(lexicons.of(FIRST)).isEmpty();
        assertThat(lexicons.of(new EditionKey("BST", "02"))).isPresent();
    }
}
