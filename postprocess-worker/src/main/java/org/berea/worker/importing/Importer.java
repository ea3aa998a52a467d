package org.berea.worker.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.berea.contracts.records.ImportState;
import org.berea.worker.publishing.ImportId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a translation in: reads all of it, then replaces the verses of record as a whole. {@link
 * PassageBacklog} tells the others.
 */
@Component
final class Importer {
    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private final LoadedTranslations translations;
    private final ImportRuns runs;
    private final VersesOfRecord verses;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importer(
            LoadedTranslations translations,
            ImportRuns runs,
            VersesOfRecord verses,
            TransactionTemplate transaction,
            Clock clock) {
        this.translations = translations;
        this.runs = runs;
        this.verses = verses;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Imports a translation; the same text of the same edition again changes nothing.
     *
     * @throws org.berea.contracts.InvalidValueException when anything is broken; then nothing has
     *     changed
     */
    ImportState take(Edition edition, UsfmSource source) {
        BibleText text = BibleText.read(source);
        ImportState state =
                Objects.requireNonNull(transaction.execute(_ -> replace(edition, text)));
        log.info(
                "import {} of {}: {} books, {} verses, {}",
                state.importId(),
                state.code(),
                state.books(),
                state.verses(),
                state.status().label());
        removeReplaced();
        return state;
    }

    /** How far the current import of a translation is; empty when there is no such translation. */
    Optional<ImportState> state(String code) {
        return transaction.execute(
                _ ->
                        translations
                                .findById(code)
                                .map(found -> runOf(found).state(found.edition().name())));
    }

    /** What is known of a translation so far. */
    Optional<Edition> edition(String code) {
        return translations.findById(code).map(LoadedTranslation::edition);
    }

    private ImportState replace(Edition edition, BibleText text) {
        verses.lock(edition.code());
        ImportRun current = translations.findById(edition.code()).map(this::runOf).orElse(null);
        String hash = text.hash(edition);
        return current != null && current.hasContent(hash)
                ? current.stateUnchanged(edition.name())
                : store(edition, text, hash, current);
    }

    private ImportState store(
            Edition edition, BibleText text, String hash, @Nullable ImportRun current) {
        String id = ImportId.after(current == null ? null : current.id(), clock);
        // As exact as the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var run = new ImportRun(id, edition.code(), hash, text, now);
        runs.saveAndFlush(run);
        verses.store(id, text.chapters());
        translations.save(new LoadedTranslation(edition, id));
        return run.state(edition.name());
    }

    private ImportRun runOf(LoadedTranslation translation) {
        return runs.findById(translation.importId()).orElseThrow();
    }

    /** Outside of the import, which stands whether or not this works; the next one tries again. */
    private void removeReplaced() {
        try {
            verses.removeReplaced();
        } catch (DataAccessException e) {
            log.warn("replaced verses are still there: {}", e.getMessage());
        }
    }
}
