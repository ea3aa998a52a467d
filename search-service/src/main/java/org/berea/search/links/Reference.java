package org.berea.search.links;

import java.util.Optional;
import org.berea.contracts.event.CrossReferencesImported.CrossReference;
import org.berea.scripture.VerseRange;
import org.berea.scripture.VerseRef;
import org.berea.search.canon.VerseNumbers;

/** A cross reference by the numbers of its verses. */
record Reference(int from, int first, int last, int votes) {
    /** Empty when the versification lacks one of its verses. */
    static Optional<Reference> read(CrossReference reference) {
        return VerseRef.parse(reference.from())
                .flatMap(
                        from ->
                                VerseRange.parse(reference.to())
                                        .map(to -> of(from, to, reference.votes())));
    }

    private static Reference of(VerseRef from, VerseRange to, int votes) {
        VerseNumbers numbers = VerseNumbers.CANON;
        return new Reference(
                numbers.of(from), numbers.of(to.first()), numbers.of(to.last()), votes);
    }
}
