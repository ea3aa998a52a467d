package org.berea.benchmarks.retrieval;

import java.util.LinkedHashSet;
import java.util.List;
import org.berea.benchmarks.lines.Triple;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.berea.scripture.VerseRange;

/** What of an answer of {@code GET /ai/search} is of interest here. */
record SearchAnswer(List<Passage> passages, List<String> degraded) {
    SearchAnswer {
        passages = List.copyOf(Check.present("passages", passages));
        degraded = List.copyOf(Check.present("degraded", degraded));
    }

    record Passage(List<Verse> verses) {
        Passage {
            verses = List.copyOf(Check.present("verses", verses));
        }
    }

    /**
     * A verse, or several that are printed as one.
     *
     * @param ref {@code ROM.8.28} or {@code ROM.8.28-29}
     */
    record Verse(String ref) {
        Verse {
            Check.present("ref", ref);
        }
    }

    /**
     * All verses in the order of the passages, each once.
     *
     * @throws InvalidValueException when a reference is none
     */
    List<Triple> verses() {
        var verses = new LinkedHashSet<Triple>();
        for (Passage passage : passages) {
            for (Verse verse : passage.verses()) {
                range(verse).verses().forEach(one -> verses.add(Triple.of(one)));
            }
        }
        return List.copyOf(verses);
    }

    private static VerseRange range(Verse verse) {
        return VerseRange.parse(verse.ref())
                .orElseThrow(() -> InvalidValueException.of("ref", verse.ref(), "verses"));
    }
}
