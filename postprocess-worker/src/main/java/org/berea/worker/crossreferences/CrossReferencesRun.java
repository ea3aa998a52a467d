package org.berea.worker.crossreferences;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.ImportState.Status;

/** One accepted import of cross references and how many of its chapters Kafka has acknowledged. */
@Entity
@Table(name = "cross_reference_import")
class CrossReferencesRun {
    @Id private String id = "";
    private String contentHash = "";
    private String source = "";
    private int chapters;
    private int links;
    private int unknown;
    private int published;
    private Instant startedAt = Instant.EPOCH;

    /** For the persistence provider. */
    protected CrossReferencesRun() {}

    CrossReferencesRun(
            String id, String contentHash, String source, CrossReferences content, Instant now) {
        this.id = id;
        this.contentHash = contentHash;
        this.source = source;
        this.chapters = content.chapters().size();
        this.links = content.links();
        this.unknown = content.unknown();
        this.startedAt = now;
    }

    String id() {
        return id;
    }

    String source() {
        return source;
    }

    int chapters() {
        return chapters;
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

    CrossReferencesState state() {
        return state(Status.PUBLISHED);
    }

    /** For the same again. */
    CrossReferencesState stateUnchanged() {
        return state(Status.UNCHANGED);
    }

    /** While it is still being published, that is the better news. */
    private CrossReferencesState state(Status whenDone) {
        Status status = published < chapters ? Status.PUBLISHING : whenDone;
        return new CrossReferencesState(
                id, source, links, unknown, published, chapters, status, startedAt);
    }
}
