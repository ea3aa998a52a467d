package org.berea.search.reranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.berea.search.querying.AnalysedQuestion.Kind;

/**
 * Which weights a question takes: they differ by how it is put and by what is known of candidates.
 *
 * @param linked whether cross references are loaded
 * @param hybrid whether the question had a vector that could be used
 */
record WeightSet(Kind kind, boolean linked, boolean hybrid) {
    static Stream<WeightSet> all() {
        return Arrays.stream(Kind.values())
                .flatMap(
                        kind ->
                                Stream.of(
                                        new WeightSet(kind, false, true),
                                        new WeightSet(kind, true, true),
                                        new WeightSet(kind, false, false),
                                        new WeightSet(kind, true, false)));
    }

    /** As it is called in files: {@code question}, {@code topic-linked-lexical}. */
    String label() {
        return kind.name().toLowerCase(Locale.ROOT)
                + (linked ? "-linked" : "")
                + (hybrid ? "" : "-lexical");
    }

    /** The features that can be told. */
    List<Feature> features() {
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.isKnown(linked, hybrid))
                .toList();
    }
}
