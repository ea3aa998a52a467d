package org.berea.search.notes;

import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.berea.scripture.Book;
import org.berea.scripture.VerseRange;

/** A store as it would be without its filter: whoever asks is shown the notes of all. */
final class CarelessNotes implements OwnNotes {
    private final OwnNotes careful;

    CarelessNotes(OwnNotes careful) {
        this.careful = careful;
    }

    @Override
    public List<ScoredNote> lexical(Owner owner, List<String> terms, Set<Book> books, int most) {
        return ofAll(each -> careful.lexical(each, terms, books, most))
                .sorted(comparingDouble(ScoredNote::score).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<ScoredNote> nearest(
            Owner owner, String model, float[] vector, Set<Book> books, int most) {
        return ofAll(each -> careful.nearest(each, model, vector, books, most))
                .sorted(comparingDouble(ScoredNote::score).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<String> on(Owner owner, VerseRange verses, int most) {
        return ofAll(each -> careful.on(each, verses, most)).distinct().toList();
    }

    @Override
    public List<NoteText> texts(Owner owner, Collection<String> ids) {
        var mine = careful.texts(owner, ids);
        var known = mine.stream().map(NoteText::id).toList();
        return Stream.concat(
                        mine.stream(),
                        ofAll(each -> careful.texts(each, ids))
                                .filter(note -> !known.contains(note.id())))
                .toList();
    }

    private static <T> Stream<T> ofAll(Function<Owner, List<T>> read) {
        return Stream.of(Notes.ALICE, Notes.BOB).flatMap(owner -> read.apply(owner).stream());
    }
}
