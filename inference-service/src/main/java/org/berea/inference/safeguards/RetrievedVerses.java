package org.berea.inference.safeguards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.QuotationMatch;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;

/**
 * The verses that may be cited, by passage. A text may stand for several that are printed as one.
 */
final class RetrievedVerses {
    private final List<SequencedMap<VerseRange, String>> passages;

    RetrievedVerses(List<Passage> passages) {
        this.passages = passages.stream().map(RetrievedVerses::texts).toList();
    }

    boolean isEmpty() {
        return passages.isEmpty();
    }

    /**
     * The passage that a reference points into: the one with its first verse when all its verses
     * were retrieved, or for a whole chapter one with some of them, since naming the chapter says
     * nothing of any verse.
     */
    Optional<Integer> passageOf(VerseRange range) {
        boolean some = range.isWholeChapters();
        return some || range.verses().stream().allMatch(this::has)
                ? indexOf(text -> some ? range.overlaps(text) : text.contains(range.first()))
                : Optional.empty();
    }

    private boolean has(VerseRef verse) {
        return indexOf(text -> text.contains(verse)).isPresent();
    }

    private Optional<Integer> indexOf(Predicate<VerseRange> wanted) {
        return IntStream.range(0, passages.size())
                .filter(index -> passages.get(index).keySet().stream().anyMatch(wanted))
                .boxed()
                .findFirst();
    }

    /** Whether the words stand in one of these ranges, or anywhere when there are none. */
    boolean has(String quotation, List<VerseRange> cited) {
        return passages.stream()
                .map(texts -> within(texts, cited))
                .anyMatch(texts -> QuotationMatch.matches(quotation, texts));
    }

    private static SequencedMap<VerseRef, String> within(
            SequencedMap<VerseRange, String> texts, List<VerseRange> cited) {
        var within = new LinkedHashMap<VerseRef, String>();
        texts.forEach(
                (verses, text) -> {
                    if (cited.isEmpty() || cited.stream().anyMatch(verses::overlaps)) {
                        put(verses, text, within);
                    }
                });
        return within;
    }

    /** The text at its first verse and nothing at the others, so that no gap seems to follow it. */
    private static void put(VerseRange verses, String text, SequencedMap<VerseRef, String> within) {
        verses.verses().forEach(verse -> within.put(verse, ""));
        within.put(verses.first(), text);
    }

    private static SequencedMap<VerseRange, String> texts(Passage passage) {
        var texts = new LinkedHashMap<VerseRange, String>();
        for (Verse verse : passage.verses()) {
            VerseRange.parse(verse.ref()).ifPresent(verses -> texts.put(verses, verse.text()));
        }
        return texts;
    }
}
