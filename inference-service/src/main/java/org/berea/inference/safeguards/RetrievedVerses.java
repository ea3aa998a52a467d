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

/** The verses that may be cited, by passage. */
final class RetrievedVerses {
    private final List<SequencedMap<VerseRef, String>> passages;

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
                ? indexOf(verse -> some ? range.contains(verse) : verse.equals(range.first()))
                : Optional.empty();
    }

    private boolean has(VerseRef verse) {
        return passages.stream().anyMatch(texts -> texts.containsKey(verse));
    }

    private Optional<Integer> indexOf(Predicate<VerseRef> wanted) {
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
            SequencedMap<VerseRef, String> texts, List<VerseRange> cited) {
        if (cited.isEmpty()) {
            return texts;
        }
        var within = new LinkedHashMap<>(texts);
        within.keySet().removeIf(verse -> cited.stream().noneMatch(r -> r.contains(verse)));
        return within;
    }

    private static SequencedMap<VerseRef, String> texts(Passage passage) {
        var texts = new LinkedHashMap<VerseRef, String>();
        for (Verse verse : passage.verses()) {
            VerseRef.parse(verse.ref()).ifPresent(ref -> texts.put(ref, verse.text()));
        }
        return texts;
    }
}
