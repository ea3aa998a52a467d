package org.berea.worker.crossreferences;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.worker.publishing.ImportId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes cross references in: reads all of them, then replaces those of record as a whole. {@link
 * CrossReferencesBacklog} tells the others.
 */
@Component
final class CrossReferencesImporter {
    private static final Logger log = LoggerFactory.getLogger(CrossReferencesImporter.class);

    private final CrossReferencesRuns runs;
    private final CrossReferencesOfRecord records;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CrossReferencesImporter(
            CrossReferencesRuns runs,
            CrossReferencesOfRecord records,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Imports them; the same of the same source again change nothing.
     *
     * @throws org.berea.contracts.InvalidValueException when anything is broken; then nothing has
     *     changed
     */
    CrossReferencesState take(String source, UploadedCrossReferences sent) {
        CrossReferences content = sent.read();
        CrossReferencesState state =
                Objects.requireNonNull(transaction.execute(_ -> replace(source, content)));
        log.info(
                "import {} of {} cross references, {} unknown, {}",
                state.importId(),
                state.references(),
                state.unknown(),
                state.status().label());
        removeReplaced();
        return state;
    }

    /** How far the newest import is; empty when there was none. */
    Optional<CrossReferencesState> state() {
        return runs.findFirstByOrderByIdDesc().map(CrossReferencesRun::state);
    }

    private CrossReferencesState replace(String source, CrossReferences content) {
        records.lock();
        CrossReferencesRun current = runs.findFirstByOrderByIdDesc().orElse(null);
        String hash = content.hash(source);
        return current != null && current.hasContent(hash)
                ? current.stateUnchanged()
                : store(source, content, hash, current);
    }

    private CrossReferencesState store(
            String source,
            CrossReferences content,
            String hash,
            @Nullable CrossReferencesRun current) {
        String id = ImportId.after(current == null ? null : current.id(), clock);
        // As exact as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var run = new CrossReferencesRun(id, hash, source, content, now);
        runs.saveAndFlush(run);
        records.store(id, content.chapters());
        return run.state();
    }

    /** Outside of the import, which stands whether or not this works; the next one tries again. */
    private void removeReplaced() {
        try {
            records.removeReplaced();
        } catch (DataAccessException e) {
            log.warn("replaced cross references are still there: {}", e.getMessage());
        }
    }
}
