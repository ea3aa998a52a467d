package org.berea.search.editions;

import java.util.HashMap;
import java.util.Map;

/**
 * What is durable beside the documents, in the same commit as they.
 *
 * @param offsets by partition of the topic {@code passages}, the first event that is not in the
 *     index
 */
public record Manifest(Editions editions, Map<Integer, Long> offsets) {
    /** An empty index has read nothing: all events are wanted from the beginning. */
    public static final Manifest EMPTY = new Manifest(Editions.NONE, Map.of());

    public Manifest {
        offsets = Map.copyOf(offsets);
    }

    public Manifest with(Editions changed) {
        return new Manifest(changed, offsets);
    }

    /** With the offsets that were read further. */
    public Manifest with(Map<Integer, Long> further) {
        var all = new HashMap<>(offsets);
        all.putAll(further);
        return new Manifest(editions, all);
    }
}
