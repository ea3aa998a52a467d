package org.berea.simulator.composing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an answer sentence by sentence: quoted and cited with verses, plain without. */
final class AnswerComposer {
    private static final int MOST_VERSES = 5;

    private static final List<String> REMARKS =
            List.of(
                    "The sentence is about the whole of what it names and not about a single moment,"
                            + " so it is best read together with the lines around it.",
                    "That widens the thought and keeps it from being read as a promise of comfort"
                            + " alone.",
                    "The writer returns to the same concern from another side.");

    private static final String CLOSING =
            "Taken together these lines give the answer its shape, and each of them is worth"
                    + " reading in full.";

    private static final List<String> GENERAL =
            List.of(
                    "No passages were given to work from, so this is a general answer.",
                    "Questions of this kind are usually approached by asking who is speaking, to whom"
                            + " and for what purpose.",
                    "The setting of a text often settles what a single line seems to leave open.",
                    "It also helps to compare places in which the same words are used, and to notice"
                            + " where the emphasis differs.",
                    "What remains uncertain after that is better named than smoothed over.");

    private AnswerComposer() {}

    /** At least one sentence; of a continued answer only what has not been said. */
    static List<String> sentences(Prompt prompt) {
        List<ContextVerse> verses = prompt.verses();
        List<String> answer = verses.isEmpty() ? GENERAL : cited(chosen(prompt, verses));
        List<String> unsaid =
                answer.stream().filter(sentence -> !prompt.said().contains(sentence)).toList();
        return unsaid.isEmpty() ? List.of("There is nothing to add to that.") : unsaid;
    }

    private static List<ContextVerse> chosen(Prompt prompt, List<ContextVerse> verses) {
        Set<String> topics = prompt.topics();
        return verses.stream()
                .filter(verse -> !prompt.said().contains("(" + verse.label() + ")"))
                .sorted(
                        Comparator.comparingInt(
                                (ContextVerse verse) -> -relevance(prompt, topics, verse)))
                .limit(MOST_VERSES)
                .toList();
    }

    private static int relevance(Prompt prompt, Set<String> topics, ContextVerse verse) {
        Set<String> shared = new HashSet<>(Prompt.words(verse.text()));
        shared.retainAll(topics);
        boolean isNamed = prompt.question().matches("(?s).*\\b\\Q" + verse.label() + "\\E\\b.*");
        return shared.size() + (isNamed ? 100 : 0);
    }

    private static List<String> cited(List<ContextVerse> verses) {
        List<String> sentences = new ArrayList<>();
        ContextVerse previous = null;
        for (ContextVerse verse : verses) {
            sentences.add(
                    "%s, \"%s\" (%s)."
                            .formatted(
                                    introduction(verse, previous),
                                    Quotation.from(verse.text()),
                                    verse.label()));
            if (sentences.size() % 3 == 1) {
                sentences.add(REMARKS.get(sentences.size() / 3 % REMARKS.size()));
            }
            previous = verse;
        }
        sentences.add(CLOSING);
        return sentences;
    }

    private static String introduction(ContextVerse verse, @Nullable ContextVerse previous) {
        if (previous == null) {
            return "At the heart of this stands the line";
        }
        if (verse.follows(previous)) {
            return "The verse that follows adds";
        }
        if (previous.follows(verse)) {
            return "The verse before it prepares the way";
        }
        return verse.sharesChapterWith(previous)
                ? "In the same chapter we also read"
                : "Elsewhere the text says";
    }
}
