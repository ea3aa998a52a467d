package org.berea.inference.models;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.berea.contracts.completion.Passage;
import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.contracts.completion.Verse;
import org.berea.scripture.Found;
import org.berea.scripture.References;
import org.berea.scripture.VerseRange;
import reactor.core.publisher.Flux;

/**
 * The built-in model: lets the retrieved verses speak, each quoted whole and cited, and says so
 * when there are none. It costs nothing and cannot fail.
 */
final class ExtractiveModel implements LanguageModel {
    static final String NO_SOURCES =
            "I have no sources for this question: no verse was found that fits it, "
                    + "so I cannot answer it from the text.";

    private static final int MOST_VERSES = 8;
    private static final int MOST_FURTHER = 3;
    private static final int SHORTEST_WORD = 4;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final ModelSpec spec;

    ExtractiveModel() {
        spec =
                new ModelSpec(
                        "extractive",
                        "extractive",
                        SizeClass.EXTRACTIVE,
                        null,
                        null,
                        false,
                        1_000_000,
                        100_000,
                        0,
                        0,
                        1,
                        ModelSpec.Limits.NONE);
    }

    @Override
    public ModelSpec spec() {
        return spec;
    }

    @Override
    public Flux<ModelOutput> stream(ModelCall call) {
        return Flux.<ModelOutput>fromStream(() -> sentences(call).map(ModelOutput.Delta::new))
                .concatWithValues(new ModelOutput.End(FinishReason.STOP, null, null));
    }

    private static Stream<String> sentences(ModelCall call) {
        List<Passage> passages =
                call.passages().stream()
                        .filter(
                                passage ->
                                        passage.verses().stream()
                                                .anyMatch(ExtractiveModel::hasText))
                        .toList();
        if (passages.isEmpty()) {
            return Stream.of(NO_SOURCES);
        }
        List<VerseRange> asked = askedRanges(call.question());
        var sentences = new ArrayList<String>();
        passages.stream()
                .filter(passage -> passage.reason() == Passage.Reason.REFERENCE)
                .forEach(passage -> quoteAsked(passage, asked, sentences));
        passages.stream()
                .filter(passage -> passage.reason() != Passage.Reason.REFERENCE)
                .limit(MOST_FURTHER)
                .map(passage -> closest(passage, call.question()))
                .forEach(verse -> sentences.add(further(verse, sentences.isEmpty())));
        return sentences.stream().limit(MOST_VERSES);
    }

    /** Some editions print nothing for verses that others have. */
    private static boolean hasText(Verse verse) {
        return !verse.text().isBlank();
    }

    private static List<VerseRange> askedRanges(String question) {
        return References.in(question).stream()
                .filter(Found.Resolved.class::isInstance)
                .flatMap(found -> ((Found.Resolved) found).ranges().stream())
                .toList();
    }

    /** The verses that were asked for first, then what stands around them. */
    private static void quoteAsked(
            Passage passage, List<VerseRange> asked, List<String> sentences) {
        var around = new ArrayList<String>();
        boolean isNamed = passage.verses().stream().anyMatch(verse -> isAsked(verse, asked));
        boolean seen = false;
        for (Verse verse : passage.verses().stream().filter(ExtractiveModel::hasText).toList()) {
            if (!isNamed || isAsked(verse, asked)) {
                sentences.add((seen ? "" : "The text says: ") + quoted(verse));
                seen = true;
            } else {
                around.add((seen ? "It goes on: " : "Before it stands: ") + quoted(verse));
            }
        }
        sentences.addAll(around);
    }

    private static boolean isAsked(Verse verse, List<VerseRange> asked) {
        return VerseRange.parse(verse.ref())
                .map(verses -> asked.stream().anyMatch(verses::overlaps))
                .orElse(false);
    }

    private static String further(Verse verse, boolean first) {
        return (first ? "The text says: " : "Another passage says: ") + quoted(verse);
    }

    /** A verse may hold quotations itself; inside ours they take single marks. */
    private static String quoted(Verse verse) {
        String line = BLANKS.matcher(verse.text().strip()).replaceAll(" ");
        String text = line.replace('“', '‘').replace('”', '’').replace('"', '\'');
        String label = VerseRange.parse(verse.ref()).map(VerseRange::label).orElse(verse.ref());
        return "“%s” (%s). ".formatted(text, label);
    }

    /**
     * The verse of a passage that shares most words with the question; where several do, the one in
     * the middle, which neighbours were added to.
     */
    private static Verse closest(Passage passage, String question) {
        Set<String> asked = words(question);
        List<Verse> verses = passage.verses().stream().filter(ExtractiveModel::hasText).toList();
        return verses.stream()
                .max(
                        Comparator.<Verse>comparingLong(verse -> shared(verse, asked))
                                .thenComparing(verse -> -fromMiddle(verses, verse)))
                .orElseThrow();
    }

    private static int fromMiddle(List<Verse> verses, Verse verse) {
        return Math.abs(2 * verses.indexOf(verse) - (verses.size() - 1));
    }

    private static long shared(Verse verse, Set<String> asked) {
        return words(verse.text()).stream().filter(asked::contains).count();
    }

    /** By their beginnings, so that endings make no difference. */
    private static Set<String> words(String text) {
        return Arrays.stream(NOT_LETTERS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .map(word -> word.substring(0, SHORTEST_WORD))
                .collect(toSet());
    }
}
