package org.berea.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.berea.scripture.VerseRef;
import org.berea.search.Eventually;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Changes;
import org.berea.search.engine.Changes.VerseText;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineContract;
import org.berea.search.engine.Scope;
import org.berea.search.indexing.Imports;
import org.berea.search.indexing.Indexed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneEngineTest implements EngineContract {
    private static final EditionKey EDITION = new EditionKey("BST", "01");
    private static final VerseRef VERSE = VerseRef.parse("PSA.23.1").orElseThrow();

    @Override
    public Engine open(Path folder) {
        return LuceneEngine.open(folder);
    }

    @Test
    void goesBackToTheLastCommitWhenOneFailsAndTakesTheSameChangesLater(@TempDir Path folder)
            throws IOException {
        var disk = new FailingDisk(FSDirectory.open(folder));
        try (var engine = LuceneEngine.open(disk)) {
            engine.commit(text("shepherd", 1));
            disk.fails = true;

            assertThatThrownBy(() -> engine.commit(text("purpose", 2)))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(engine.manifest().offsets()).containsEntry(0, 1L);
            assertThat(found(engine, "shepherd")).isEqualTo(1);
            assertThat(found(engine, "purpos")).isZero();

            disk.fails = false;
            engine.commit(text("purpose", 2));
            assertThat(engine.manifest().offsets()).containsEntry(0, 2L);
            assertThat(found(engine, "purpos")).isEqualTo(1);
        }
    }

    @Test
    void beginsAnewWhenTheFilesAreDamaged(@TempDir Path folder) throws IOException {
        try (var engine = LuceneEngine.open(folder)) {
            engine.commit(text("shepherd", 1));
        }
        damage(folder);
        try (var engine = LuceneEngine.open(folder)) {
            assertThat(engine.manifest()).isEqualTo(Manifest.EMPTY);
            assertThat(found(engine, "shepherd")).isZero();
            engine.commit(text("purpose", 2));
            assertThat(found(engine, "purpos")).isEqualTo(1);
        }
    }

    @Test
    void beginsAnewWhenAnotherVersionWroteTheIndex(@TempDir Path folder) throws IOException {
        try (var engine = LuceneEngine.open(folder)) {
            engine.commit(text("shepherd", 1));
        }
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var data = new HashMap<String, String>();
            writer.getLiveCommitData().forEach(it -> data.put(it.getKey(), it.getValue()));
            data.put("format", "1");
            writer.setLiveCommitData(data.entrySet());
        }
        try (var engine = LuceneEngine.open(folder)) {
            assertThat(engine.manifest()).isEqualTo(Manifest.EMPTY);
            assertThat(found(engine, "shepherd")).isZero();
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessUses(@TempDir Path folder) {
        try (var engine = LuceneEngine.open(folder)) {
            engine.commit(text("shepherd", 1));
            assertThatThrownBy(() -> LuceneEngine.open(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(folder.toString());
            assertThat(found(engine, "shepherd")).isEqualTo(1);
        }
    }

    @Test
    void saysSoWhenItIsAskedAfterItsEnd(@TempDir Path folder) {
        Engine engine = LuceneEngine.open(folder);
        engine.close();
        assertThatThrownBy(engine::snapshot).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsWhatMergesHaveTidiedUp(@TempDir Path folder) {
        try (var engine = LuceneEngine.open(folder)) {
            for (int i = 1; i <= 30; i++) {
                engine.commit(text("shepherd", i));
            }
            engine.refresh();
            assertThat(found(engine, "shepherd")).isEqualTo(1);
        }
    }

    @Test
    void mergesIntoOneSegmentWhenAnImportIsWholeAndKeepsItSo(@TempDir Path folder)
            throws Exception {
        try (var engine = LuceneEngine.open(folder)) {
            for (int i = 0; i < Imports.total(); i++) {
                Indexed.events(engine, List.of(Imports.text("01", i)), Map.of());
            }
            for (int i = 0; i < Imports.total(); i++) {
                Indexed.vectors(engine, Imports.vectors("01", i));
            }
            Eventually.holds("one segment is left", () -> engine.segments() == 1);
            assertThat(found(engine, "shepherd")).isEqualTo(2);
        }
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            assertThat(reader.leaves()).hasSize(1);
        }
    }

    private static Changes text(String word, long offset) {
        return new Changes(
                List.of(new VerseText(EDITION, 0, VERSE.toRange(), word, word)),
                List.of(),
                List.of(),
                Set.of(),
                Manifest.EMPTY.with(Map.of(0, offset)));
    }

    private static int found(Engine engine, String term) {
        try (var snapshot = engine.snapshot()) {
            return snapshot.lexical(Scope.of(EDITION), List.of(term), 10).size();
        }
    }

    private static void damage(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(LuceneEngineTest::holdsDocuments).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
    }

    private static boolean holdsDocuments(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("_") && !name.endsWith(".si");
    }

    /** A disk that can be told to store nothing more. */
    private static final class FailingDisk extends FilterDirectory {
        private volatile boolean fails;

        private FailingDisk(Directory in) {
            super(in);
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            if (fails) {
                throw new IOException("the disk is full");
            }
            super.sync(names);
        }
    }
}
