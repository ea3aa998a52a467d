package org.berea.search.widening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.berea.scripture.VerseRef;
import org.berea.search.editions.Edition;
import org.berea.search.engine.Snapshot;
import org.berea.search.engine.StoredVerse;

/** Finds the homes of verses. */
final class Homes {
    private final Map<VerseRef, Home> homes;

    private Homes(Map<VerseRef, Home> homes) {
        this.homes = homes;
    }

    /**
     * @param editions the preferred first; each is asked once, for what those before it lack
     */
    static Homes of(Collection<VerseRef> verses, List<Edition> editions, Snapshot snapshot) {
        var homes = new HashMap<VerseRef, Home>();
        var homeless = new ArrayList<>(verses);
        for (Edition edition : editions) {
            if (!homeless.isEmpty()) {
                snapshot.verses(edition.key(), homeless).forEach(text -> add(text, edition, homes));
                homeless.removeIf(homes::containsKey);
            }
        }
        return new Homes(homes);
    }

    /** Empty when no edition prints text for the verse. */
    Optional<Home> of(VerseRef verse) {
        return Optional.ofNullable(homes.get(verse));
    }

    private static void add(StoredVerse text, Edition edition, Map<VerseRef, Home> homes) {
        var home = new Home(edition, text.verses());
        text.verses().verses().forEach(verse -> homes.putIfAbsent(verse, home));
    }
}
