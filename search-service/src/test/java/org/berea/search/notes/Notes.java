package org.berea.search.notes;

import java.time.Instant;
import java.util.List;
import org.berea.contracts.search.NoteHit.Kind;
import org.berea.search.analysis.Terms;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;
import org.jspecify.annotations.Nullable;

/** Notes and what happens to them, at minutes of one day. */
public final class Notes {
    public static final Owner ALICE = new Owner("alice");
    public static final Owner BOB = new Owner("bob");
    public static final String MODEL = "bge@1";

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private Notes() {}

    public static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    /** Saved in the minute of its version. */
    public static NoteText note(
            Owner owner, String id, int version, @Nullable String ref, String text) {
        return new NoteText(owner, id, version, Kind.NOTE, ref, text, minute(version));
    }

    public static Saved saved(
            Owner owner, String id, int version, @Nullable String ref, String text) {
        return new Saved(note(owner, id, version, ref, text));
    }

    public static Embedded embedded(Owner owner, String id, int version, float[]... vectors) {
        return new Embedded(owner, id, version, MODEL, List.of(vectors));
    }

    /** Deleted in the minute of this version. */
    public static Deleted deleted(Owner owner, String id, int version) {
        return new Deleted(owner, id, version, minute(version));
    }

    public static Erased erased(Owner owner, int minute) {
        return new Erased(owner, minute(minute));
    }

    public static List<String> terms(String words) {
        try (var terms = Terms.all()) {
            return terms.of(words).stream().distinct().toList();
        }
    }
}
