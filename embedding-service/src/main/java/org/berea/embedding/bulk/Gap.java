package org.berea.embedding.bulk;

import java.util.stream.Stream;
import org.berea.contracts.event.PassageImported;
import org.berea.contracts.event.StudyEvent;
import org.berea.contracts.search.VectorGaps;
import reactor.core.publisher.Mono;

/** Something that an instance of search has without vectors, as the event that brought it. */
sealed interface Gap {
    record Chapter(PassageImported event) implements Gap {}

    record Note(StudyEvent event) implements Gap {}

    static Stream<Gap> of(VectorGaps gaps) {
        return Stream.concat(
                gaps.notes().stream().map(Note::new), gaps.chapters().stream().map(Chapter::new));
    }

    /** Equal for the same gap told again. */
    default String key() {
        return switch (this) {
            case Chapter(var event) ->
                    "%s/%s/%d"
                            .formatted(
                                    event.translation().code(), event.importId(), event.sequence());
            case Note(var event) -> event.key();
        };
    }

    /** Empty when nothing can be made of it. */
    default Mono<Parcel> pack(Packing packing) {
        return switch (this) {
            case Chapter(var event) -> packing.pack(event);
            case Note(var event) -> packing.pack(event);
        };
    }
}
