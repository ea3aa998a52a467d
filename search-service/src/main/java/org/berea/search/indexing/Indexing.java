package org.berea.search.indexing;

import java.util.List;
import java.util.Map;
import org.berea.contracts.InvalidValueException;
import org.berea.contracts.event.PassagesEvent;
import org.berea.contracts.search.VectorBatch;
import org.berea.search.editions.Edition;
import org.berea.search.editions.Editions;
import org.berea.search.engine.Engine;
import org.berea.search.engine.EngineAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes text and vectors into the index, one batch at a time. Blocks while it writes. */
public final class Indexing {
    private static final Logger log = LoggerFactory.getLogger(Indexing.class);

    private final Engine engine;
    private final IndexingMetrics metrics;

    Indexing(Engine engine, IndexingMetrics metrics) {
        this.engine = engine;
        this.metrics = metrics;
        showWhatIsThere();
    }

    /** By partition of the topic, the first event that is not in the index yet. */
    Map<Integer, Long> offsets() {
        return engine.manifest().offsets();
    }

    /**
     * Makes the events and how far they were read durable as one.
     *
     * @throws java.io.UncheckedIOException when they cannot be stored; nothing has changed then
     */
    synchronized void index(List<? extends PassagesEvent> events, Map<Integer, Long> offsets) {
        metrics.time(
                () -> {
                    var draft = new Draft(engine.manifest(), metrics);
                    events.forEach(event -> metrics.count(add(draft, event)));
                    commit(draft, offsets);
                });
    }

    /**
     * Makes a batch of vectors durable; a repeated or superseded one changes nothing.
     *
     * @throws InvalidValueException when it does not fit the index or contradicts its import
     * @throws java.io.UncheckedIOException when it cannot be stored; nothing has changed then
     */
    public synchronized void index(VectorBatch batch) {
        var vectors = ChapterVectors.of(batch);
        metrics.time(
                () -> {
                    var draft = new Draft(engine.manifest(), metrics);
                    if (draft.add(batch, vectors) == Outcome.INDEXED) {
                        commit(draft, Map.of());
                    }
                });
    }

    /** A store that is elsewhere may not have been reached yet; then the first commit shows it. */
    private void showWhatIsThere() {
        try {
            metrics.show(engine.manifest().editions());
        } catch (EngineAwayException e) {
            log.info("what is indexed is not known yet: {}", e.getMessage());
        }
    }

    private static Outcome add(Draft draft, PassagesEvent event) {
        try {
            return draft.add(event);
        } catch (InvalidValueException e) {
            log.warn("an event of import {} is left out: {}", event.importId(), e.getMessage());
            return Outcome.REFUSED;
        }
    }

    private void commit(Draft draft, Map<Integer, Long> offsets) {
        List<Edition> before = engine.manifest().editions().serving();
        engine.commit(draft.changes(offsets));
        Editions after = engine.manifest().editions();
        after.serving().stream()
                .filter(edition -> !before.contains(edition))
                .forEach(Indexing::announce);
        metrics.show(after);
    }

    private static void announce(Edition edition) {
        String vectors = edition.embedded() ? "with its vectors" : "by its words";
        log.info("{} can be searched {}", edition.key().label(), vectors);
    }
}
