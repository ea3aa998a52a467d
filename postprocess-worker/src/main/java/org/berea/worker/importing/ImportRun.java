package org.berea.worker.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.berea.contracts.records.ImportState;
import org.berea.contracts.records.ImportState.Status;

/** One accepted import and how many of its chapters Kafka has acknowledged. */
@Entity
@Table(name = "import_run")
class ImportRun {
    @Id private String id = "";
    private String code = "";
    private String contentHash = "";
    private int books;
    private int chapters;
    private int verses;
    private int published;
    private Instant startedAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected ImportRun() {}

    ImportRun(String id, String code, String contentHash, BibleText text, Instant startedAt) {
        this.id = id;
        this.code = code;
        this.contentHash = contentHash;
        this.books = text.books();
        this.chapters = text.chapters().size();
        this.verses = text.verses();
        this.startedAt = startedAt;
    }

    String id() {
        return id;
    }

    String code() {
        return code;
    }

    int chapters() {
        return chapters;
    }

    int verses() {
        return verses;
    }

    int published() {
        return published;
    }

    boolean hasContent(String hash) {
        return contentHash.equals(hash);
    }

    void acknowledged(int more) {
        published += more;
    }

    ImportState state(String name) {
        return state(name, published < chapters ? Status.PUBLISHING : Status.PUBLISHED);
    }

    /** For the same text again; while it is still being published, that is the better news. */
    ImportState stateUnchanged(String name) {
        return state(name, published < chapters ? Status.PUBLISHING : Status.UNCHANGED);
    }

    private ImportState state(String name, Status status) {
        return new ImportState(
                id, code, name, books, chapters, verses, published, chapters, status, startedAt);
    }
}
