package org.berea.benchmarks.latency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.berea.scripture.References;
import org.berea.scripture.VerseRef;

/** What is asked, one question after the other. */
final class Prompts {
    private static final List<String> SAMPLE =
            List.of(
                    "Genesis 1",
                    "Exodus 20",
                    "Psalm 1",
                    "Psalm 23",
                    "Isaiah 53",
                    "Matthew 5",
                    "Matthew 6",
                    "Matthew 7",
                    "Luke 15",
                    "John 3",
                    "Romans 8",
                    "1 Corinthians 13",
                    "Ephesians 2",
                    "Philippians 4",
                    "James 1");
    private static final List<String> QUESTIONS =
            List.of(
                    "What does %s mean in context?",
                    "What does %s say?", "How should %s be understood?");

    private final List<String> prompts;
    private final AtomicInteger next = new AtomicInteger();

    private Prompts(List<String> prompts) {
        this.prompts = prompts;
    }

    /**
     * Questions about the verses of the sample in any order: over a thousand before one comes
     * again, so that no cache answers them.
     */
    static Prompts aboutTheSample(RandomGenerator random) {
        var prompts =
                new ArrayList<>(
                        SAMPLE.stream()
                                .map(References::parse)
                                .flatMap(Optional::stream)
                                .flatMap(chapter -> chapter.verses().stream())
                                .flatMap(Prompts::about)
                                .toList());
        Collections.shuffle(prompts, random);
        return new Prompts(prompts);
    }

    /** The same question again and again. */
    static Prompts always(String prompt) {
        return new Prompts(List.of(prompt));
    }

    String next() {
        return prompts.get(Math.floorMod(next.getAndIncrement(), prompts.size()));
    }

    private static Stream<String> about(VerseRef verse) {
        return QUESTIONS.stream().map(question -> question.formatted(verse.label()));
    }
}
