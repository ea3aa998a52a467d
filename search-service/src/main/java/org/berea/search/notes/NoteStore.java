package org.berea.search.notes;

import java.util.List;
import java.util.Map;

/**
 * Keeps notes and their vectors durably. Thread-safe.
 *
 * <p>Changes may come late, twice and in any order; {@link Known} decides what they come to, after
 * the check that a note was not saved before its owner was erased. Of a deleted note its id and
 * version remain, of an erased owner {@link Owner#key()} and the time. Text, terms and vectors that
 * were erased are gone from the files too, not only from the answers; those of a deleted note soon
 * after.
 */
public interface NoteStore extends OwnNotes, AutoCloseable {
    /**
     * Makes the changes, in their order, and how far the topic was read durable and visible as one.
     * After a failure the same changes may be tried again.
     *
     * @param offsets by partition of the topic {@code study}, the first event that is not among
     *     them; none for changes that are not from there
     * @return what became of each
     * @throws java.io.UncheckedIOException when they cannot be stored
     */
    List<Outcome> apply(List<NoteChange> changes, Map<Integer, Long> offsets);

    /** By partition of the topic {@code study}, the first event that is not in the store. */
    Map<Integer, Long> offsets();

    /** Notes of whatever owners that have no vectors of a model: for who makes vectors only. */
    List<NoteText> gaps(String model, int most);

    NoteCounts counts();

    @Override
    void close();
}
