package org.berea.search.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.berea.search.notes.NoteChange.Deleted;
import org.berea.search.notes.NoteChange.Embedded;
import org.berea.search.notes.NoteChange.Erased;
import org.berea.search.notes.NoteChange.Saved;

/**
 * Vectors that overtook the text they belong to. They wait in memory only: without the text nobody
 * can tell whether its owner was erased since. Those that are lost are asked for again as gaps.
 */
final class EarlyVectors {
    private static final int MOST = 200;

    private final List<Embedded> waiting = new ArrayList<>();

    void keep(Embedded vectors) {
        waiting.add(vectors);
        if (waiting.size() > MOST) {
            waiting.removeFirst();
        }
    }

    /** Those of exactly this version. */
    List<Embedded> of(NoteText note) {
        return waiting.stream()
                .filter(it -> isOf(it, note.owner(), note.id()) && it.version() == note.version())
                .toList();
    }

    /** Drops what the changes have made good or made void. */
    void settle(List<NoteChange> changes) {
        changes.forEach(change -> waiting.removeIf(settledBy(change)));
    }

    private static Predicate<Embedded> settledBy(NoteChange change) {
        return switch (change) {
            case Saved(var note) ->
                    it -> isOf(it, note.owner(), note.id()) && it.version() <= note.version();
            case Deleted deleted ->
                    it ->
                            isOf(it, deleted.owner(), deleted.id())
                                    && it.version() <= deleted.version();
            case Erased erased -> it -> it.owner().equals(erased.owner());
            case Embedded _ -> _ -> false;
        };
    }

    private static boolean isOf(Embedded vectors, Owner owner, String id) {
        return vectors.owner().equals(owner) && vectors.id().equals(id);
    }
}
