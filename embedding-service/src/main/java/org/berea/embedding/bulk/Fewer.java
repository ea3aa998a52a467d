package org.berea.embedding.bulk;

import java.util.List;
import java.util.stream.IntStream;
import org.berea.embedding.text.Vectors;

/** Makes few vectors of many without leaving any out. */
final class Fewer {
    private Fewer() {}

    /** The same when they are few enough, else the means of neighbours. */
    static List<float[]> of(List<float[]> vectors, int most) {
        if (vectors.size() <= most) {
            return vectors;
        }
        int together = Math.ceilDiv(vectors.size(), most);
        return IntStream.iterate(0, begin -> begin < vectors.size(), begin -> begin + together)
                .mapToObj(
                        begin -> vectors.subList(begin, Math.min(begin + together, vectors.size())))
                .map(Vectors::mean)
                .toList();
    }
}
