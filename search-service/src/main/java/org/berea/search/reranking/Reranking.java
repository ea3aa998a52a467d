package org.berea.search.reranking;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import org.berea.search.recall.Candidates;

/** Puts candidates in order. */
public final class Reranking {
    private static final BinaryOperator<RankedVerse> BETTER =
            BinaryOperator.maxBy(comparingDouble(RankedVerse::score));

    /** All candidates, best first. A verse that several editions found counts as in the better. */
    public List<RankedVerse> rank(Collection<Candidates> ofEachEdition) {
        return ofEachEdition.stream()
                .flatMap(each -> Fusion.fuse(each.lexical(), each.near()).stream())
                .collect(toMap(RankedVerse::verse, verse -> verse, BETTER))
                .values()
                .stream()
                .sorted(
                        comparingDouble(RankedVerse::score)
                                .reversed()
                                .thenComparing(RankedVerse::verse))
                .toList();
    }
}
