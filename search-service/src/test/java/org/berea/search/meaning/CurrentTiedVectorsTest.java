package org.berea.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.Engine;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Imports;
import org.berea.search.indexing.Indexed;
import org.berea.search.links.CurrentCrossReferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentTiedVectorsTest {
    private final Engine engine;
    private final CurrentCrossReferences references;
    private final CurrentTiedVectors current;

    CurrentTiedVectorsTest(@TempDir Path folder) {
        engine = LuceneEngine.open(folder);
        references = new CurrentCrossReferences(engine);
        current = new CurrentTiedVectors(engine, references);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void thereAreNoneWithoutCrossReferences() {
        Indexed.complete(engine, "01");
        assertThat(refreshed("01")).isEmpty();
    }

    @Test
    void areReadWhenBothAreThereAndAgainWhenOneChanges() {
        link("x1");
        assertThat(refreshed("01")).isEmpty();
        Indexed.complete(engine, "01");
        var first = refreshed("01");
        assertThat(first).isPresent();
        assertThat(refreshed("01").orElseThrow()).isSameAs(first.orElseThrow());

        link("x2");
        var second = refreshed("01");
        assertThat(second.orElseThrow()).isNotSameAs(first.orElseThrow());

        Indexed.complete(engine, "02");
        assertThat(refreshed("02")).isPresent();
        assertThat(refreshed("01")).isEmpty();
    }

    private Optional<TiedVectors> refreshed(String importId) {
        references.refresh();
        current.refresh();
        return current.of(new VectorSet(new EditionKey("BST", importId), Imports.MODEL));
    }

    private void link(String importId) {
        var reference = new CrossReference("ROM.8.28", "PSA.23.1", 5);
        Indexed.links(
                engine,
                List.of(
                        new CrossReferencesImported(
                                importId, "a source", 0, 1, List.of(reference))));
    }
}
