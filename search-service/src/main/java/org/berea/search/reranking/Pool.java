package org.berea.search.reranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.berea.contracts.search.QueryVector;
import org.berea.scripture.VerseRef;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;
import org.berea.search.lexicon.TermEvidence;
import org.berea.search.lexicon.Wording;
import org.berea.search.links.VerseGraph;
import org.berea.search.meaning.TiedVectors;
import org.berea.search.recall.Candidates;

/** The candidates of one question in one edition, and those that cross references add to them. */
final class Pool {
    private final List<Candidate> candidates = new ArrayList<>();
    private final BitSet numbers = new BitSet();
    private final Function<VerseRef, Place> byWords;
    private final Function<VerseRef, Place> byVector;
    private final Wording wording;
    private final Optional<TiedVectors> tied;
    private final Optional<QueryVector> vector;
    private final VerseGraph graph;
    private final double best;

    Pool(Candidates found, Known known) {
        wording = known.lexicon().wording(found.sought().terms());
        graph = known.graph();
        tied = known.tied();
        vector = found.sought().vector();
        byWords = Place.among(found.lexical(), LexicalHit::verse, LexicalHit::score);
        byVector = Place.among(found.near(), VectorHit::verse, VectorHit::cosine);
        found.lexical().forEach(hit -> add(hit.verse()));
        found.near().forEach(hit -> add(hit.verse()));
        best = candidates().stream().mapToDouble(Candidate::firstScore).max().orElse(0);
    }

    /** Adds a verse if the edition has text for it. */
    void add(VerseRef verse) {
        int number = graph.number(verse);
        if (!numbers.get(number)) {
            numbers.set(number);
            wording.of(verse).ifPresent(words -> candidates.add(candidate(verse, number, words)));
        }
    }

    private Candidate candidate(VerseRef verse, int number, TermEvidence words) {
        Place near = byVector.apply(verse);
        return new Candidate(
                verse,
                number,
                words,
                byWords.apply(verse),
                near,
                tiedCosine(number).orElse(near.score()));
    }

    private OptionalDouble tiedCosine(int verse) {
        return tied.isPresent() && vector.isPresent() && tied.get().has(verse)
                ? OptionalDouble.of(tied.get().cosine(verse, vector.get().values()))
                : OptionalDouble.empty();
    }

    List<Candidate> candidates() {
        return Collections.unmodifiableList(candidates);
    }

    /** How they stand against one another; what was added takes nothing from what was found. */
    Standing standing() {
        return Standing.of(candidates(), best, graph.size());
    }
}
