package org.berea.search.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.berea.contracts.event.CrossReferencesImported;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.Engine;
import org.berea.search.engine.lucene.LuceneEngine;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentCrossReferencesTest {
    private final Engine engine;
    private final CurrentCrossReferences current;

    CurrentCrossReferencesTest(@TempDir Path folder) {
        this.engine = LuceneEngine.open(folder);
        this.current = new CurrentCrossReferences(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void hasNoneUntilAnImportIsWhole() {
        current.refresh();
        assertThat(current.get().isEmpty()).isTrue();

        Indexed.links(engine, List.of(event("01", 0, 2, "GEN.1.1", "JHN.1.1")));
        current.refresh();
        assertThat(current.get().isEmpty()).isTrue();

        Indexed.links(engine, List.of(event("01", 1, 2, "JHN.1.1", "GEN.1.1")));
        current.refresh();
        assertThat(current.get().size()).isEqualTo(2);
        assertThat(current.get().source()).isEqualTo("source of 01");
    }

    @Test
    void changesToANewerImportWhenThatIsWhole() {
        Indexed.links(engine, List.of(event("01", 0, 1, "GEN.1.1", "JHN.1.1")));
        current.refresh();
        Indexed.links(engine, List.of(event("02", 0, 2, "GEN.1.1", "HEB.11.3")));
        current.refresh();
        assertThat(current.get().source()).isEqualTo("source of 01");

        Indexed.links(engine, List.of(event("02", 1, 2, "GEN.1.2", "PSA.104.30")));
        current.refresh();
        assertThat(current.get().source()).isEqualTo("source of 02");
        var start = VerseRef.parse("GEN.1.1").orElseThrow();
        assertThat(current.get().from(start))
                .extracting(link -> link.to().wire())
                .containsExactly("HEB.11.3");
    }

    private static CrossReferencesImported event(
            String importId, int sequence, int total, String from, String to) {
        var references = List.of(new CrossReference(from, to, 1));
        String source = "source of " + importId;
        return new CrossReferencesImported(importId, source, sequence, total, references);
    }
}
