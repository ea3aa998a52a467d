package org.berea.contracts.search;

import java.util.List;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;

/**
 * The answer of {@code POST /internal/candidates}, which takes a {@link SearchRequest}: all verses
 * that a search of its first translation would put in order, with what it goes by. Whoever learns
 * the weights so learns from the numbers that they will be applied to.
 *
 * @param kind which of the sets of weights such a question takes
 * @param features names, in the order of every candidate's values
 * @param candidates in any order
 */
public record RankingCandidates(String kind, List<String> features, List<Candidate> candidates) {
    /**
     * One verse.
     *
     * @param verse {@code ROM.8.28}; a range where the edition prints several verses as one
     * @param values one for each feature
     */
    public record Candidate(String verse, double[] values) {
        public Candidate {
            Check.present("verse", verse);
            Check.present("values", values);
        }
    }

    private static final int LONGEST = 100;

    public RankingCandidates {
        Check.text("kind", kind, LONGEST);
        features = List.copyOf(features);
        candidates = List.copyOf(candidates);
        for (Candidate candidate : candidates) {
            if (candidate.values().length != features.size()) {
                throw InvalidValueException.unshown(
                        "values",
                        candidate.values().length + " of " + candidate.verse(),
                        "one for each of %d features".formatted(features.size()));
            }
        }
    }
}
