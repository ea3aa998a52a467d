package org.berea.search.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.berea.scripture.VerseRef;
import org.berea.search.analysis.Terms;
import org.berea.search.editions.Edition;
import org.berea.search.editions.EditionKey;
import org.berea.search.editions.Manifest;
import org.berea.search.engine.Engine;
import org.berea.search.engine.KeptInMemory;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the lexicon of each edition that serves, read from the index when another one does. */
public final class Lexicons implements KeptInMemory {
    private static final Logger log = LoggerFactory.getLogger(Lexicons.class);

    private final Engine engine;
    private final Terms terms = Terms.all();
    private volatile Map<EditionKey, Lexicon> loaded = Map.of();

    public Lexicons(Engine engine) {
        this.engine = engine;
    }

    /** Never waits; empty for some seconds after an edition began to serve. */
    public Optional<Lexicon> of(EditionKey edition) {
        return Optional.ofNullable(loaded.get(edition));
    }

    /** Reads those that are missing and lets go of those that no longer serve. */
    @Override
    public synchronized void refresh() {
        if (loaded.keySet().equals(serving(engine.manifest()))) {
            return;
        }
        try (Snapshot snapshot = engine.snapshot()) {
            var next = new HashMap<EditionKey, Lexicon>();
            for (EditionKey edition : serving(snapshot.manifest())) {
                Lexicon known = loaded.get(edition);
                next.put(edition, known == null ? read(edition, snapshot) : known);
            }
            loaded = Map.copyOf(next);
        }
    }

    private static Set<EditionKey> serving(Manifest manifest) {
        return manifest.editions().serving().stream().map(Edition::key).collect(Collectors.toSet());
    }

    private Lexicon read(EditionKey edition, Snapshot snapshot) {
        var texts = new TreeMap<VerseRef, StoredVerse>();
        snapshot.texts(edition, text -> texts.put(text.verses().first(), text));
        log.info("the terms of {} verses of {} are loaded", texts.size(), edition.label());
        return Lexicon.of(List.copyOf(texts.values()), terms);
    }
}
