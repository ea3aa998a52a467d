package org.berea.search.reranking;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.berea.contracts.search.RankingCandidates;
import org.berea.search.editions.VectorSet;
import org.berea.search.engine.LexicalHit;
import org.berea.search.engine.VectorHit;
import org.berea.search.lexicon.Lexicons;
import org.berea.search.links.CurrentCrossReferences;
import org.berea.search.meaning.CurrentTiedVectors;
import org.berea.search.meaning.TiedVectors;
import org.berea.search.recall.Candidates;
import org.berea.search.recall.Floors;
import org.berea.search.recall.Sought;

/** Puts candidates in order. */
public final class Reranking {
    private static final BinaryOperator<RankedVerse> BETTER =
            BinaryOperator.maxBy(comparingDouble(RankedVerse::score));

    private final Lexicons lexicons;
    private final CurrentCrossReferences references;
    private final CurrentTiedVectors tied;
    private final Floors floors;
    private final Ranker ranker;

    public Reranking(
            Lexicons lexicons,
            CurrentCrossReferences references,
            CurrentTiedVectors tied,
            Floors floors) {
        this.lexicons = lexicons;
        this.references = references;
        this.tied = tied;
        this.floors = floors;
        this.ranker = new Ranker(Weights.read(), floors);
    }

    /** All candidates, best first. A verse that several editions found counts as in the better. */
    public List<RankedVerse> rank(List<Candidates> ofEachEdition) {
        if (ofEachEdition.size() == 1) {
            return rank(ofEachEdition.getFirst());
        }
        return ofEachEdition.stream()
                .flatMap(each -> rank(each).stream())
                .collect(toMap(RankedVerse::verse, verse -> verse, BETTER))
                .values()
                .stream()
                .sorted(
                        comparingDouble(RankedVerse::score)
                                .reversed()
                                .thenComparing(RankedVerse::verse))
                .toList();
    }

    /**
     * What the order of these candidates is decided by; empty while the terms of their edition are
     * not loaded.
     */
    public Optional<RankingCandidates> features(Candidates found) {
        return describe(found).map(Description::toWire);
    }

    /** While the terms of an edition are not loaded, which takes seconds, its legs are fused. */
    private List<RankedVerse> rank(Candidates found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return describe(found).map(ranker::rank).orElseGet(() -> fuse(found));
    }

    private Optional<Description> describe(Candidates found) {
        Sought sought = found.sought();
        Optional<TiedVectors> vectors =
                sought.vector().flatMap(it -> tied.of(new VectorSet(sought.edition(), it.model())));
        return lexicons.of(sought.edition())
                .map(lexicon -> new Known(lexicon, references.get().graph(), vectors))
                .map(known -> Description.of(found, known));
    }

    private List<RankedVerse> fuse(Candidates found) {
        return Fusion.fuse(
                found.lexical().stream()
                        .filter(hit -> floors.isShown(0, hit.coverage()))
                        .map(LexicalHit::verse)
                        .toList(),
                found.near().stream()
                        .filter(hit -> floors.isShown(hit.cosine(), 0))
                        .map(VectorHit::verse)
                        .toList());
    }
}
