package org.berea.search.lexicon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.berea.scripture.VerseRef;

/** How the verses of an edition speak of one question. Not for several threads. */
public final class Wording {
    /** Two terms that stand side by side in the question may have so many words between them. */
    private static final int NEAR = 4;

    private final Lexicon lexicon;
    private final int[] asked;

    /** By term, its place in the question plus one. */
    private final byte[] places;

    private final double[] rarities;

    /** BM25 of every chapter. */
    private final double[] chapters;

    private final double total;

    Wording(Lexicon lexicon, List<String> terms) {
        this.lexicon = lexicon;
        this.asked = terms.stream().mapToInt(lexicon.tokens::number).toArray();
        this.places = new byte[lexicon.tokens.words()];
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] != Tokens.UNKNOWN) {
                places[asked[i]] = (byte) (i + 1);
            }
        }
        this.rarities = Arrays.stream(asked).mapToDouble(lexicon.verses::rarity).toArray();
        this.chapters = lexicon.chapters.scores(asked);
        this.total = Arrays.stream(rarities).sum();
    }

    /**
     * What the verse, its surroundings and its chapter have of the question; empty without text.
     */
    public Optional<TermEvidence> of(VerseRef verse) {
        int place = lexicon.place(verse);
        return place == Lexicon.NO_TEXT ? Optional.empty() : Optional.of(evidence(place));
    }

    private TermEvidence evidence(int verse) {
        Span alone = lexicon.spans.verse(verse);
        return new TermEvidence(
                chapters[lexicon.spans.chapter(verse)],
                coverage(counts(lexicon.spans.surroundings(verse))),
                pairs(alone),
                lexicon.tokens.length(alone));
    }

    /** How often the verses have each term of the question. */
    private int[] counts(Span span) {
        var counts = new int[asked.length];
        int end = lexicon.tokens.end(span);
        for (int at = lexicon.tokens.begin(span); at < end; at++) {
            int place = places[lexicon.tokens.term(at)];
            if (place > 0) {
                counts[place - 1]++;
            }
        }
        return counts;
    }

    private double coverage(int[] counts) {
        double covered = 0;
        for (int i = 0; i < counts.length; i++) {
            covered += counts[i] > 0 ? rarities[i] : 0;
        }
        return total == 0 ? 0 : covered / total;
    }

    private int pairs(Span verse) {
        int pairs = 0;
        for (int i = 0; i + 1 < asked.length; i++) {
            pairs += hasPair(verse, asked[i], asked[i + 1]) ? 1 : 0;
        }
        return pairs;
    }

    private boolean hasPair(Span verse, int first, int second) {
        int end = lexicon.tokens.end(verse);
        int lastFirst = Integer.MIN_VALUE / 2;
        for (int at = lexicon.tokens.begin(verse); at < end; at++) {
            int term = lexicon.tokens.term(at);
            if (term == second && at - lastFirst <= NEAR) {
                return true;
            }
            lastFirst = term == first ? at : lastFirst;
        }
        return false;
    }
}
