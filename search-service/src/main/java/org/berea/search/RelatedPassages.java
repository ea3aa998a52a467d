package org.berea.search;

import static java.util.Map.Entry.comparingByKey;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.berea.contracts.search.PassagesResponse.Related;
import org.berea.scripture.VerseRange;
import org.berea.search.links.CrossReferences;

/** Where cross references lead from a passage. */
final class RelatedPassages {
    private static final int MOST = 20;

    private RelatedPassages() {}

    /**
     * The most voted first. Votes for the same verses from several verses of the passage add up;
     * what readers voted down and what lies in the passage itself is left out.
     */
    static List<Related> of(VerseRange passage, CrossReferences references) {
        var votes = new HashMap<VerseRange, Integer>();
        passage.verses().stream()
                .flatMap(verse -> references.from(verse).stream())
                .filter(link -> link.votes() > 0 && !link.to().overlaps(passage))
                .forEach(link -> votes.merge(link.to(), link.votes(), Integer::sum));
        return votes.entrySet().stream()
                .sorted(
                        Collections.reverseOrder(Map.Entry.<VerseRange, Integer>comparingByValue())
                                .thenComparing(comparingByKey()))
                .limit(MOST)
                .map(RelatedPassages::related)
                .toList();
    }

    private static Related related(Map.Entry<VerseRange, Integer> entry) {
        VerseRange to = entry.getKey();
        return new Related(to.wire(), to.label(), entry.getValue());
    }
}
