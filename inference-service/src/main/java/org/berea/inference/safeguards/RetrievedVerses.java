package org.berea.inference.safeguards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
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
     * The passage that a reference points into: one that has all its verses, or for a whole chapter
     * some of them, since naming the chapter says nothing of any verse.
     */
    Optional<Integer> passageOf(VerseRange range) {
        return IntStream.range(0, passages.size())
                .filter(index -> holds(passages.get(index), range))
                .boxed()
                .findFirst();
    }

    /** Whether the words stand in one of these ranges, or anywhere when there are none. */
    boolean has(String quotation, List<VerseRange> cited) {
        return passages.stream()
                .map(texts -> within(texts, cited))
                .anyMatch(texts -> QuotationMatch.matches(quotation, texts));
    }

    private static boolean holds(Map<VerseRef, String> texts, VerseRange range) {
        return range.isWholeChapters()
                ? texts.keySet().stream().anyMatch(range::contains)
                : texts.keySet().containsAll(range.verses());
    }

    private static List<String> within(
            SequencedMap<VerseRef, String> texts, List<VerseRange> cited) {
        return texts.entrySet().stream()
                .filter(
                        verse ->
                                cited.isEmpty()
                                        || cited.stream().anyMatch(r -> r.contains(verse.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static SequencedMap<VerseRef, String> texts(Passage passage) {
        var texts = new LinkedHashMap<VerseRef, String>();
        for (Verse verse : passage.verses()) {
            VerseRef.parse(verse.ref()).ifPresent(ref -> texts.put(ref, verse.text()));
        }
        return texts;
    }
}
