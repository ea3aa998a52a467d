package org.berea.search.notes;

import java.util.ArrayList;
import java.util.List;

/**
 * What a store knows of a note, and with it what a change to the note comes to. Every store asks
 * here, so that none brings back what another would not.
 *
 * @param version the highest that was saved or deleted
 * @param kept whether it is there, rather than deleted
 * @param models whose vectors it has, the oldest first
 */
public record Known(long version, boolean kept, List<String> models) {
    /** Of a note that was never heard of, or erased with its owner. */
    public static final Known NOTHING = new Known(-1, false, List.of());

    /** The one that serves and the one that is to follow it. */
    private static final int MOST_MODELS = 2;

    public Known {
        models = List.copyOf(models);
    }

    public static Known saved(long version) {
        return new Known(version, true, List.of());
    }

    public static Known deleted(long version) {
        return new Known(version, false, List.of());
    }

    public Outcome save(long saved) {
        if (saved > version) {
            return Outcome.INDEXED;
        }
        return kept && saved == version ? Outcome.REPEATED : Outcome.SUPERSEDED;
    }

    public Outcome delete(long deleted) {
        if (deleted > version || (kept && deleted == version)) {
            return Outcome.INDEXED;
        }
        return !kept && deleted == version ? Outcome.REPEATED : Outcome.SUPERSEDED;
    }

    public Outcome embed(long embedded, String model) {
        if (embedded > version) {
            return Outcome.EARLY;
        }
        if (!kept || embedded < version) {
            return Outcome.SUPERSEDED;
        }
        return models.contains(model) ? Outcome.REPEATED : Outcome.INDEXED;
    }

    /** With the vectors of one more model; those of the oldest go when they become too many. */
    public Known with(String model) {
        var all = new ArrayList<>(models);
        all.add(model);
        while (all.size() > MOST_MODELS) {
            all.removeFirst();
        }
        return new Known(version, kept, all);
    }
}
