package org.berea.search.reranking;

import java.util.List;
import org.berea.contracts.search.RankingCandidates;
import org.berea.search.links.VerseGraph;
import org.berea.search.recall.Candidates;
import org.berea.search.recall.Sought;

/**
 * All candidates of a question in numbers: what their order is learned from and decided by.
 *
 * @param set of weights that they take
 * @param candidates in any order
 */
record Description(WeightSet set, List<Described> candidates) {
    /**
     * One candidate.
     *
     * @param values one for each feature of the set
     */
    record Described(Candidate candidate, double[] values) {
        RankingCandidates.Candidate toWire() {
            return new RankingCandidates.Candidate(candidate.verse().wire(), values);
        }
    }

    /** Describes what was found, and what cross references add to it. */
    static Description of(Candidates found, Known known) {
        Sought sought = found.sought();
        VerseGraph graph = known.graph();
        var set = new WeightSet(sought.kind(), !graph.isEmpty(), !found.near().isEmpty());
        var pool = new Pool(found, known);
        if (set.linked()) {
            Expansion.of(pool, graph, sought.books()).forEach(pool::add);
        }
        Standing standing = pool.standing();
        List<Feature> features = set.features();
        return new Description(
                set,
                pool.candidates().stream()
                        .map(each -> describe(new Evidence(each, standing, graph), features))
                        .toList());
    }

    RankingCandidates toWire() {
        return new RankingCandidates(
                set.label(),
                set.features().stream().map(Feature::label).toList(),
                candidates.stream().map(Described::toWire).toList());
    }

    private static Described describe(Evidence evidence, List<Feature> features) {
        var values = new double[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = features.get(i).of(evidence);
        }
        return new Described(evidence.candidate(), values);
    }
}
