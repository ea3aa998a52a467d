package org.berea.search.editions;

import java.util.HashMap;
import java.util.Map;

/**
 * What is durable beside the documents, in the same commit as they.
 *
 * @param links the imports of cross references
 * @param offsets by partition of the topic {@code passages}, the first event that is not in the
 *     index
 */
public record Manifest(Editions editions, LinkImports links, Map<Integer, Long> offsets) {
    /** An empty index has read nothing: all events are wanted from the beginning. */
    public static final Manifest EMPTY = new Manifest(Editions.NONE, LinkImports.NONE, Map.of());

    public Manifest {
        offsets = Map.copyOf(offsets);
    }

    public Manifest with(Editions changed) {
        return new Manifest(changed, links, offsets);
    }

    public Manifest with(LinkImports changed) {
        return new Manifest(editions, changed, offsets);
    }

    /** With the offsets that were read further. */
    public Manifest with(Map<Integer, Long> further) {
        var all = new HashMap<>(offsets);
        all.putAll(further);
        return new Manifest(editions, links, all);
    }

    /** What two know that index the same events into one store. */
    public Manifest union(Manifest other) {
        var all = new HashMap<>(offsets);
        other.offsets.forEach((partition, offset) -> all.merge(partition, offset, Math::max));
        return new Manifest(editions.union(other.editions), links.union(other.links), all);
    }
}
